package org.kvartal.alliance.domain;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryProfile;
import org.kvartal.kernel.Refused;

/** Reads the facts that only entries of some kinds have. */
record ProfileReader(LocalDate today) {

    private static final int OLDEST = 500;
    private static final int MOST = 100_000_000;
    private static final Pattern ISSN = Pattern.compile("(\\d{4})-(\\d{3})([\\dX])");

    EntryProfile read(EntryProfile typed) {
        return switch (typed) {
            case EntryProfile.Collective(Integer founded, Integer members) ->
                new EntryProfile.Collective(year(founded), number("members", members));
            case EntryProfile.Premises(Integer founded, Integer capacity, Integer floorArea) ->
                new EntryProfile.Premises(year(founded), number("capacity", capacity), number("floorArea", floorArea));
            case EntryProfile.Territory(Integer population) ->
                new EntryProfile.Territory(number("population", population));
            case EntryProfile.Studies(Integer founded, Integer students) ->
                new EntryProfile.Studies(year(founded), number("students", students));
            case EntryProfile.Business(Integer founded, Integer staff) ->
                new EntryProfile.Business(year(founded), number("staff", staff));
            case EntryProfile.Funder(Integer founded, String calls) ->
                new EntryProfile.Funder(year(founded), OptionalFields.webAddress("profile.calls", calls));
            case EntryProfile.Office(Integer founded) -> new EntryProfile.Office(year(founded));
            case EntryProfile.Publication(Integer founded, String issn) ->
                new EntryProfile.Publication(year(founded), issn(issn));
        };
    }

    /** Whether anything of ours can have been founded in that year. */
    boolean isYear(int year) {
        return year >= OLDEST && year <= today.getYear();
    }

    private @Nullable Integer year(@Nullable Integer typed) {
        if (typed != null && !isYear(typed)) {
            throw Refused.at("profile.founded", "alliance.refused.year");
        }
        return typed;
    }

    private static @Nullable Integer number(String field, @Nullable Integer typed) {
        if (typed != null && (typed < 0 || typed > MOST)) {
            throw Refused.at("profile." + field, "alliance.refused.number");
        }
        return typed;
    }

    /**
     * @see <a href="https://www.issn.org/understanding-the-issn/assignment-rules/issn-manual/">ISSN Manual, check digit</a>
     */
    private static @Nullable String issn(@Nullable String typed) {
        String line = OptionalFields.line("profile.issn", typed, 9);
        if (line == null) {
            return null;
        }
        Matcher matcher = ISSN.matcher(line);
        if (!matcher.matches()) {
            throw Refused.at("profile.issn", "alliance.refused.issn");
        }
        String digits = matcher.group(1) + matcher.group(2);
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            sum += (8 - place) * (digits.charAt(place) - '0');
        }
        String check = matcher.group(3);
        sum += check.equals("X") ? 10 : Integer.parseInt(check);
        if (sum % 11 != 0) {
            throw Refused.at("profile.issn", "alliance.refused.issn");
        }
        return line;
    }
}
