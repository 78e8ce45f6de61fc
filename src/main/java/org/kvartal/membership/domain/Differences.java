package org.kvartal.membership.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.imports.RowVerdict;
import org.kvartal.imports.RowVerdict.Difference;
import org.kvartal.membership.domain.ImportVocabulary.Words;

/** Compares what a row says with what stands in the house. What the row leaves empty differs from nothing. */
final class Differences {

    private final Words words;
    private final List<Difference> found = new ArrayList<>();

    Differences(Words words) {
        this.words = words;
    }

    /** @param here what is to be said where they differ */
    void compare(String column, boolean same, @Nullable String here) {
        if (!same) {
            found.add(new Difference(column, here == null ? "" : here));
        }
    }

    void text(String column, String typed, @Nullable String here) {
        if (!typed.isEmpty()) {
            compare(column, typed.equals(here), here);
        }
    }

    void city(String column, @Nullable String place, String city, @Nullable String placeHere, String cityHere) {
        if (place != null || !city.isEmpty()) {
            boolean same = Objects.equals(place, placeHere) && (place != null || city.equals(cityHere));
            compare(column, same, words.city(placeHere, cityHere));
        }
    }

    void sectors(String column, List<String> typed, List<String> here) {
        if (!typed.isEmpty()) {
            compare(column, new HashSet<>(typed).equals(new HashSet<>(here)), words.sectors(here));
        }
    }

    RowVerdict verdict(UUID subject) {
        return found.isEmpty() ? RowVerdict.same(subject) : RowVerdict.conflict(subject, found);
    }
}
