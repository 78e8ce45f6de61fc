package org.kvartal.search.domain;

import com.ibm.icu.text.Transliterator;

/**
 * Words in Latin letters without accents, for comparing what resembles what: PostgreSQL's trigrams know no letters but those of the database's own locale, which need not be Cyrillic.
 *
 * @see <a href="https://www.postgresql.org/docs/18/pgtrgm.html">pg_trgm</a>
 */
final class Latin {

    private static final Transliterator LETTERS = Transliterator.getInstance("Any-Latin; Latin-ASCII; Any-Lower");

    private Latin() {}

    static String of(String text) {
        return text.chars().allMatch(character -> character < 128) ? text : LETTERS.transliterate(text);
    }
}
