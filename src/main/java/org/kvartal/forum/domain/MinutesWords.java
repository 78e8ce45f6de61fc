package org.kvartal.forum.domain;

import java.util.EnumMap;
import java.util.Map;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.forum.MinutesState;
import org.kvartal.forum.ParagraphId;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.domain.MinutesBook.Standing;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The wording of paragraphs, as long as the minutes are a draft. */
@Component
class MinutesWords {

    private final MinutesBook book;
    private final JdbcClient jdbc;

    MinutesWords(MinutesBook book, JdbcClient jdbc) {
        this.book = book;
        this.jdbc = jdbc;
    }

    /** A paragraph and where it stands. */
    record Place(SessionId session, int edition, long version) {}

    /** @throws NotFound if there is none */
    Place place(ParagraphId paragraph) {
        return jdbc.sql("SELECT session, edition, version FROM minutes_paragraph WHERE id = :id")
                .param("id", paragraph.value())
                .query((row, _) -> new Place(
                        new SessionId(Columns.id(row, "session")), row.getInt("edition"), row.getLong("version")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * The wording takes the place of the one before in all languages.
     *
     * @throws Refused if somebody has changed it meanwhile, or it is no draft
     */
    void word(ParagraphId paragraph, long version, LocalizedText text) {
        Place place = place(paragraph);
        Standing standing = book.require(place.session());
        if (standing.edition() != place.edition() || standing.state() != MinutesState.DRAFT) {
            throw Refused.because("forum.refused.minutes-state");
        }
        int changed = jdbc.sql("""
                UPDATE minutes_paragraph SET text = :text::jsonb, worded = true, version = version + 1
                 WHERE id = :id AND version = :version""")
                .param("text", Stored.json(text))
                .param("id", paragraph.value())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw Refused.because("forum.refused.changed");
        }
    }

    /** @throws Refused at {@code text.ru} where that wording is wrong */
    static LocalizedText checked(LocalizedText text) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        text.texts()
                .forEach((language, words) -> texts.put(
                        language, Typed.requiredBlock("text." + language.code(), words, MinutesDesk.TEXT_LENGTH)));
        return new LocalizedText(text.source(), texts);
    }
}
