package org.kvartal.mail;

/**
 * The server that sends a house's letters.
 *
 * @param user empty where it asks for none
 * @param from the address that letters come from
 */
public record LetterServer(String host, int port, Encryption encryption, String user, String from) {

    /** How the way to it is kept from others' eyes. */
    public enum Encryption {
        /** It begins open and is closed before anything is said: port 587. */
        STARTTLS,
        /** It is closed from the first byte on: port 465. */
        TLS,
        /** It is open: for a server on this machine. */
        NONE
    }

    /** Whether one signs in there in the same way: a password goes to nobody but whom it was given for. */
    public boolean asksLike(LetterServer other) {
        return host.equals(other.host)
                && port == other.port
                && encryption == other.encryption
                && user.equals(other.user);
    }
}
