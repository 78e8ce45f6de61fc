package org.kvartal.membership;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Postbox;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;

/** Keeps a copy of every letter that is posted, before anybody blanks its secrets. A test {@code @Import}s it. */
@Primary
public class CopiedLetters implements Postbox {

    private static final Pattern TOKEN = Pattern.compile("[?&]token=([^&]+)");

    private final Postbox postbox;
    private final List<Letter> copies = Collections.synchronizedList(new ArrayList<>());

    CopiedLetters(@Qualifier("outbox") Postbox postbox) {
        this.postbox = postbox;
    }

    @Override
    public void post(Letter letter) {
        postbox.post(letter);
        copies.add(letter);
    }

    /** The letters to an address, oldest first. */
    public List<Letter> to(String address) {
        synchronized (copies) {
            return copies.stream()
                    .filter(letter -> letter.to().address().equalsIgnoreCase(address))
                    .toList();
        }
    }

    /** What the letters to an address were about, oldest first: the last word of their templates. */
    public List<String> kinds(String address) {
        return to(address).stream()
                .map(letter -> letter.template().substring(letter.template().lastIndexOf('.') + 1))
                .toList();
    }

    /** The token behind the button of the newest letter to an address that has one; notices that come in between have none. */
    public String token(String address) {
        return to(address).reversed().stream()
                .map(letter -> TOKEN.matcher(String.valueOf(letter.button())))
                .filter(Matcher::find)
                .map(token -> token.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no letter with a token to " + address));
    }
}
