package org.kvartal.forum.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvartal.forum.ForumPages;

/** By what people name a session: {@code S-2026-03}, the third that was made for the year. Never reused, and never changed. */
record SessionCode(int year, int number) {

    private static final Pattern CODE = Pattern.compile(ForumPages.CODE);

    static Optional<SessionCode> of(String text) {
        Matcher code = CODE.matcher(text);
        if (!code.matches()) {
            return Optional.empty();
        }
        SessionCode read = new SessionCode(Integer.parseInt(text.substring(2, 6)), Integer.parseInt(text.substring(7)));
        return read.toString().equals(text) ? Optional.of(read) : Optional.empty();
    }

    @Override
    public String toString() {
        return "S-%04d-%02d".formatted(year, number);
    }
}
