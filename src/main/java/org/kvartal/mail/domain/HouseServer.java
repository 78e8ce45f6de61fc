package org.kvartal.mail.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that was set on a screen: it may be anywhere, except where clouds tell their machines secrets. */
final class HouseServer extends JavaMailSenderImpl {

    /** The house was told to send its letters to the machine's own network. */
    static final class LinkLocal extends MessagingException {

        private static final long serialVersionUID = 1;

        LinkLocal(String host) {
            super("no connection is made to " + host + ", a link-local address");
        }
    }

    /** Connects to a server, wherever it was set. */
    static Transport open(JavaMailSenderImpl server) throws MessagingException {
        if (server instanceof HouseServer) {
            requireFar(String.valueOf(server.getHost()));
        }
        String protocol = server.getProtocol() == null ? DEFAULT_PROTOCOL : server.getProtocol();
        Transport opened = server.getSession().getTransport(protocol);
        opened.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
        return opened;
    }

    /** Java keeps the addresses of a name for some seconds: the connection goes to those looked at here. */
    private static void requireFar(String host) throws LinkLocal {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (address.isLinkLocalAddress() || isOfACloud(address)) {
                    throw new LinkLocal(host);
                }
            }
        } catch (UnknownHostException unknown) {
            // Connecting says so in the words of the mail library.
        }
    }

    /** fd00:ec2::/32, which is no link-local network, and is used like one. */
    private static boolean isOfACloud(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address
                && bytes[0] == (byte) 0xfd
                && bytes[1] == 0
                && bytes[2] == 0x0e
                && bytes[3] == (byte) 0xc2;
    }
}
