package org.kvartal.accounts.web;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvartal.mail.domain.CaughtLetter;
import org.kvartal.mail.domain.LetterCatcher;

/** What arrives in somebody's mailbox during a test. */
public final class Letters {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    private final LetterCatcher catcher;

    public Letters(LetterCatcher catcher) {
        this.catcher = catcher;
    }

    /** Waits until so many letters came to the address, and gives the newest. */
    public CaughtLetter.Opened wait(String address, int count) {
        List<CaughtLetter> letters = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> catcher.newest(500).stream()
                                .filter(letter -> letter.recipient().equalsIgnoreCase(address))
                                .toList(),
                        found -> found.size() >= count);
        return catcher.open(letters.getFirst().id()).orElseThrow();
    }

    /** The path and query of the first link in a letter. */
    public static String link(CaughtLetter.Opened letter) {
        Matcher link = LINK.matcher(letter.text());
        if (!link.find()) {
            throw new AssertionError("no link in: " + letter.text());
        }
        URI address = URI.create(link.group());
        return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
    }

    /** The token in such a link. */
    public static String token(String link) {
        Matcher token = Pattern.compile("[?&]token=([^&]+)").matcher(link);
        if (!token.find()) {
            throw new AssertionError("no token in: " + link);
        }
        return token.group(1);
    }
}
