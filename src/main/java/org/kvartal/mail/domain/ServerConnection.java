package org.kvartal.mail.domain;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;

/** One connection to the mail server for a round, opened with the first letter at the latest, and anew after it broke. */
final class ServerConnection implements AutoCloseable {

    private final Way way;
    private @Nullable Transport transport;
    private boolean usable = true;

    ServerConnection(Way way) {
        this.way = way;
    }

    Way way() {
        return way;
    }

    /** Whether the server takes this connection: it is open then. */
    boolean opens() {
        try {
            var _ = open();
            return true;
        } catch (MessagingException closed) {
            return false;
        }
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
            Transport opened = HouseServer.open(way.server());
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
