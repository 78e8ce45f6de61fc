package org.kvartal.links;

/**
 * The secret part of a link, a {@link org.kvartal.kernel.Secret}. It exists in clear only here and in the letter; the house keeps its hash.
 *
 * @param value the text that goes into the address
 */
public record LinkToken(String value) {

    /** Hides the token: what ends up in a log or a message must not open anything. */
    @Override
    public String toString() {
        return "LinkToken[…]";
    }
}
