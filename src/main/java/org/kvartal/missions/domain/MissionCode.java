package org.kvartal.missions.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** By what people name a project, an agreement or a mission: {@code P-2026-007}. Never reused, and never changed. */
record MissionCode(char kind, int year, int number) {

    static final char PROJECT = 'P';
    static final char AGREEMENT = 'A';
    static final char MISSION = 'D';

    private static final Pattern FORM = Pattern.compile("([PAD])-([0-9]{4})-([0-9]{3,6})");

    static Optional<MissionCode> of(char kind, String text) {
        return of(text).filter(code -> code.kind == kind);
    }

    static Optional<MissionCode> of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        MissionCode code =
                new MissionCode(text.charAt(0), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
        return code.toString().equals(text) ? Optional.of(code) : Optional.empty();
    }

    static String of(char kind, ResultSet row) throws SQLException {
        return new MissionCode(kind, row.getInt("year"), row.getInt("number")).toString();
    }

    @Override
    public String toString() {
        return "%s-%04d-%03d".formatted(kind, year, number);
    }
}
