package org.kvartal.membership.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.shell.Face;
import org.kvartal.shell.Icon;

/**
 * A row of a long list, as the page's script draws it.
 *
 * @param language the title's, null where nobody knows it
 * @param mark what stands before the title, null for nothing
 * @param who whoever has it, null for nobody
 * @param end a few words at the end of the row
 */
record Line(
        String href,
        String title,
        @Nullable String language,
        @Nullable Mark mark,
        @Nullable Badge badge,
        List<Fact> facts,
        @Nullable Who who,
        @Nullable String end) {

    /** A face, or an organisation's mark. */
    record Mark(@Nullable String picture, String initials, int hue, boolean square) {}

    /** @param kind how it looks: {@code waiting}, {@code done}, {@code late} or {@code plain} */
    record Badge(String kind, String icon, String word) {

        static Badge of(String kind, Icon icon, String word) {
            return new Badge(kind, icon.code(), word);
        }
    }

    /** @param language null where the words are the reader's */
    record Fact(String words, @Nullable String language) {

        static Fact of(String words) {
            return new Fact(words, null);
        }

        static Fact of(LocalizedText text, Language reading) {
            return new Fact(text.in(reading), text.shownIn(reading).code());
        }
    }

    record Who(String name, String language, @Nullable String picture, String initials, int hue) {

        static Who of(PersonCard card) {
            return new Who(
                    card.name(),
                    card.language().code(),
                    card.picture(),
                    Face.initials(card.name()),
                    Face.hue(card.id()));
        }
    }
}
