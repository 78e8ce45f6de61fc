package org.kvartal.discussions;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;

/**
 * What a need says of itself.
 *
 * @param concerned who is concerned, in one line
 * @param language of the words
 * @param place code of a {@link org.kvartal.membership.Places.Place}, null where it is said in words
 * @param where the place in words, empty where it is one of the list
 * @param since since when it has been so
 * @param howMany how many are affected, null where nobody has counted
 */
public record NeedFacts(
        String concerned,
        Language language,
        @Nullable String place,
        String where,
        Since since,
        @Nullable Integer howMany) {

    /** The most characters of who is concerned. */
    public static final int CONCERNED_LENGTH = 160;

    /** The most characters of a place in words. */
    public static final int WHERE_LENGTH = 80;

    /** More people there are not. */
    public static final int MOST = 999_999_999;

    /** @throws Refused at {@code concerned}, {@code where} or {@code howMany} */
    public NeedFacts {
        concerned = line("concerned", concerned, CONCERNED_LENGTH);
        where = place == null ? line("where", where, WHERE_LENGTH) : "";
        if (howMany != null && (howMany < 1 || howMany > MOST)) {
            throw Refused.at("howMany", "discussions.refused.how-many");
        }
    }

    /**
     * Takes what somebody typed into a form.
     *
     * @param since see {@link Since#of}
     * @param howMany empty where nobody has counted
     * @throws Refused at each field that can't be taken, all of them together
     */
    public static NeedFacts typed(
            String concerned, Language language, @Nullable String place, String where, String since, String howMany) {
        List<Refused> refusals = new ArrayList<>();
        Since from = SOMETIME;
        Integer many = null;
        try {
            var _ = line("concerned", concerned, CONCERNED_LENGTH);
        } catch (Refused refused) {
            refusals.add(refused);
        }
        try {
            var _ = place == null ? line("where", where, WHERE_LENGTH) : "";
        } catch (Refused refused) {
            refusals.add(refused);
        }
        try {
            from = Since.of(since);
        } catch (Refused refused) {
            refusals.add(refused);
        }
        try {
            many = number(howMany);
        } catch (Refused refused) {
            refusals.add(refused);
        }
        if (!refusals.isEmpty()) {
            throw Refused.together(refusals);
        }
        return new NeedFacts(concerned, language, place, where, from, many);
    }

    /** A year, or a month of it. */
    public record Since(int year, @Nullable Integer month) {

        private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})(?:[-./](\\d{1,2}))?");
        private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})[-./](\\d{4})");

        /** @throws Refused at {@code since} if there is no such month, or nobody can remember it */
        public Since {
            if (year < 1900 || year > 9999 || (month != null && (month < 1 || month > 12))) {
                throw Refused.at("since", "discussions.refused.since-form");
            }
        }

        /**
         * Reads what people write: 2023, 2023-05, 5.2023, 05/2023.
         *
         * @throws Refused at {@code since} if it is none of them
         */
        public static Since of(String typed) {
            String text = typed.length() > 40 ? "" : PlainText.line(typed);
            Matcher yearFirst = YEAR_FIRST.matcher(text);
            if (yearFirst.matches()) {
                return new Since(
                        Integer.parseInt(yearFirst.group(1)),
                        yearFirst.group(2) == null ? null : Integer.valueOf(yearFirst.group(2)));
            }
            Matcher monthFirst = MONTH_FIRST.matcher(text);
            if (monthFirst.matches()) {
                return new Since(Integer.parseInt(monthFirst.group(2)), Integer.valueOf(monthFirst.group(1)));
            }
            throw Refused.at("since", "discussions.refused.since-form");
        }

        /** The first month that it may mean. */
        public YearMonth first() {
            return YearMonth.of(year, month == null ? 1 : month);
        }

        /** As it is typed again: 2023, 5.2023. */
        public String typed() {
            return month == null ? String.valueOf(year) : month + "." + year;
        }
    }

    private static final Since SOMETIME = new Since(1900, null);

    private static String line(String field, String typed, int most) {
        if (typed.length() > most * 4) {
            throw Refused.at(field, "kernel.refused.too-long", most);
        }
        String line = PlainText.line(typed);
        if (invisible(line)) {
            throw Refused.at(field, "discussions.refused." + field + "-blank");
        }
        if (line.codePointCount(0, line.length()) > most) {
            throw Refused.at(field, "kernel.refused.too-long", most);
        }
        return line;
    }

    private static @Nullable Integer number(String typed) {
        String digits = typed.length() > 40 ? "?" : PlainText.line(typed).replaceAll("[ \\u202F]", "");
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("[0-9]{1,9}") || Integer.parseInt(digits) == 0) {
            throw Refused.at("howMany", "discussions.refused.how-many");
        }
        return Integer.valueOf(digits);
    }

    private static boolean invisible(String text) {
        return text.codePoints()
                .allMatch(point -> Character.isSpaceChar(point) || Character.getType(point) == Character.FORMAT);
    }
}
