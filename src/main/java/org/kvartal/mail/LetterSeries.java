package org.kvartal.mail;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a letter is one of.
 *
 * @param list the name of the list, lower-case Latin letters and hyphens: mail programs sort by it
 * @param conversation letters of one conversation stand together in mail programs; null for none
 * @param leave the full address at which the reader ends such letters, by a page or at one press of the mail program (RFC 8058)
 */
public record LetterSeries(String list, @Nullable UUID conversation, String leave) {

    private static final Pattern LIST = Pattern.compile("[a-z][a-z-]{0,39}");
    private static final Pattern ADDRESS = Pattern.compile("https?://[!-;=?-~]{1,400}");

    public LetterSeries {
        if (!LIST.matcher(list).matches()) {
            throw new IllegalArgumentException("not the name of a list: " + list);
        }
        if (!ADDRESS.matcher(leave).matches()) {
            throw new IllegalArgumentException("not an address at which letters are ended");
        }
    }
}
