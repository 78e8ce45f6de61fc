package org.kvartal.mail.domain;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One connection to the mail server for a round, opened with the first letter and anew after it broke. */
final class ServerConnection implements AutoCloseable {

    private final JavaMailSenderImpl server;
    private @Nullable Transport transport;
    private boolean usable = true;

    ServerConnection(JavaMailSenderImpl server) {
        this.server = server;
    }

    Session session() {
        return server.getSession();
    }

    boolean isUsable() {
        return usable;
    }

    void send(MimeMessage message) throws MessagingException {
        Transport open = open();
        try {
            open.sendMessage(message, message.getRecipients(Message.RecipientType.TO));
        } catch (MessagingException failed) {
            if (!(failed instanceof SendFailedException) || !open.isConnected()) {
                close();
            }
            throw failed;
        }
    }

    private Transport open() throws MessagingException {
        if (transport != null && transport.isConnected()) {
            return transport;
        }
        try {
            Transport opened = HouseServer.open(server);
            transport = opened;
            return opened;
        } catch (MessagingException away) {
            usable = false;
            throw away;
        }
    }

    @Override
    public void close() {
        Transport open = transport;
        transport = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException ignored) {
                // it is gone either way
            }
        }
    }
}
