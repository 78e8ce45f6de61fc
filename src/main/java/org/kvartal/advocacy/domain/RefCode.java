package org.kvartal.advocacy.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By what people name a recommendation or a measure: {@code R-2026-014}. Never reused, and never changed. */
record RefCode(char kind, int year, int number) {

    static final char RECOMMENDATION = 'R';
    static final char MEASURE = 'M';

    private static final Pattern FORM = Pattern.compile("([RM])-([0-9]{4})-([0-9]{3,6})");

    static Optional<RefCode> of(char kind, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        RefCode code = new RefCode(text.charAt(0), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
        return code.kind == kind && code.toString().equals(text) ? Optional.of(code) : Optional.empty();
    }

    static String recommendation(ResultSet row) throws SQLException {
        return new RefCode(RECOMMENDATION, row.getInt("year"), row.getInt("number")).toString();
    }

    static String measure(ResultSet row) throws SQLException {
        return new RefCode(MEASURE, row.getInt("year"), row.getInt("number")).toString();
    }

    @Override
    public String toString() {
        return "%s-%04d-%03d".formatted(kind, year, number);
    }
}
