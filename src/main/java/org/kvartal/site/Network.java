package org.kvartal.site;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where a request comes from, shortened: enough to tell one's office from abroad and to slow a flood, too little to find a person.
 *
 * @param value an IPv4 network of 256 addresses ({@code 203.0.113.*}) or an IPv6 one of 64 bits ({@code 2001:db8:0:1::})
 */
public record Network(String value) {

    private static final Network UNKNOWN = new Network("");

    /** The network of an address as the servlet container gives it; never looked up. */
    public static Network of(String remoteAddress) {
        if (!remoteAddress.matches("[0-9a-fA-F:.]{2,45}")) {
            return UNKNOWN;
        }
        try {
            byte[] address = InetAddress.getByName(remoteAddress).getAddress();
            return address.length == 4 ? v4(address) : v6(address);
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }

    /** Whether an address was given. */
    public boolean known() {
        return !value.isEmpty();
    }

    private static Network v4(byte[] address) {
        return new Network((address[0] & 0xff) + "." + (address[1] & 0xff) + "." + (address[2] & 0xff) + ".*");
    }

    private static Network v6(byte[] address) {
        var text = new StringBuilder();
        for (int group = 0; group < 4; group++) {
            text.append(Integer.toHexString((address[2 * group] & 0xff) << 8 | (address[2 * group + 1] & 0xff)))
                    .append(':');
        }
        return new Network(text.append(':').toString());
    }
}
