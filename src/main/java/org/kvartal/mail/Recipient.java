package org.kvartal.mail;

import org.kvartal.kernel.Language;

/**
 * Whom a letter is for.
 *
 * <p>A name may be anything that people call themselves: what has no place in a header is taken out of it. An address that could
 * carry a second header is refused.
 *
 * @param name as the person is called; may be empty
 * @param address the mail address
 * @param language in which the letter is written
 */
public record Recipient(String name, String address, Language language) {

    public Recipient {
        if (address.length() > 254
                || address.indexOf('@') < 1
                || address.indexOf('@') == address.length() - 1
                || address.codePoints()
                        .anyMatch(c -> Character.isISOControl(c)
                                || Character.isWhitespace(c)
                                || "<>\"(),;:\\".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("not a mail address");
        }
        name = name.codePoints()
                .map(c -> Character.isISOControl(c)
                                || Character.getType(c) == Character.LINE_SEPARATOR
                                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                        ? ' '
                        : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll(" {2,}", " ")
                .strip();
    }
}
