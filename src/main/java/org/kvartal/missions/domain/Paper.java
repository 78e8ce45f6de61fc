package org.kvartal.missions.domain;

import java.util.ArrayList;
import java.util.List;
import org.kvartal.kernel.Language;

/** What a printed paper says, from top to bottom. */
final class Paper {

    private final String house;
    private final String title;
    private final String foot;
    private final Language language;
    private final List<Part> parts = new ArrayList<>();

    /** @param foot what stands at the foot of each page, before its number */
    Paper(String house, String title, String foot, Language language) {
        this.house = house;
        this.title = title;
        this.foot = foot;
        this.language = language;
    }

    enum Kind {
        /** Stands among the bookmarks; begins a new page where little of it would have room. */
        CHAPTER,
        HEADING,
        STRONG,
        WARNING,
        TEXT,
        SMALL
    }

    /** @param language of the words, which may be another than the paper's where nobody has translated them */
    record Part(Kind kind, String words, String language) {}

    Paper chapter(String words) {
        return add(Kind.CHAPTER, words, language.code());
    }

    Paper heading(String words) {
        return add(Kind.HEADING, words, language.code());
    }

    Paper strong(String words) {
        return add(Kind.STRONG, words, language.code());
    }

    Paper warning(String words) {
        return add(Kind.WARNING, words, language.code());
    }

    Paper text(String words) {
        return add(Kind.TEXT, words, language.code());
    }

    Paper small(String words) {
        return add(Kind.SMALL, words, language.code());
    }

    /** @param tag BCP 47 tag of the language of the words */
    Paper add(Kind kind, String words, String tag) {
        parts.add(new Part(kind, words, tag));
        return this;
    }

    String house() {
        return house;
    }

    String title() {
        return title;
    }

    String foot() {
        return foot;
    }

    Language language() {
        return language;
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }
}
