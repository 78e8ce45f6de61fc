package org.kvartal.forum.domain;

import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.forum.MinutesDesk.SuggestionState;
import org.kvartal.forum.MinutesState;
import org.kvartal.forum.ParagraphId;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SuggestionId;
import org.kvartal.forum.domain.MinutesBook.Standing;
import org.kvartal.forum.domain.MinutesWords.Place;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.live.Live;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Other words for minutes, suggested by those who were there. */
@Component
class MinutesSuggestions {

    private final MinutesBook book;
    private final MinutesWords words;
    private final MinutesReads reads;
    private final ForumTrail trail;
    private final JdbcClient jdbc;
    private final Live live;
    private final HouseClock clock;

    MinutesSuggestions(
            MinutesBook book,
            MinutesWords words,
            MinutesReads reads,
            ForumTrail trail,
            JdbcClient jdbc,
            Live live,
            HouseClock clock) {
        this.book = book;
        this.words = words;
        this.reads = reads;
        this.trail = trail;
        this.jdbc = jdbc;
        this.live = live;
        this.clock = clock;
    }

    /**
     * Something that is suggested.
     *
     * @param version of the paragraph from which it began
     */
    record Wish(
            SuggestionId id, SessionId session, ParagraphId paragraph, long version, Language language, String text) {

        LocalizedText wording() {
            return LocalizedText.of(language, text);
        }
    }

    void suggest(
            Asker by,
            SuggestionId suggestion,
            ParagraphId paragraph,
            long version,
            Language language,
            String text,
            String why) {
        PersonId person = by.requirePerson();
        Place place = words.place(paragraph);
        if (!reads.attended(place.session(), person)) {
            throw new Forbidden();
        }
        share(place.session());
        Standing standing = book.require(place.session());
        if (standing.edition() != place.edition()
                || standing.state() != MinutesState.IN_REVIEW
                || reads.reviewOver(standing)) {
            throw Refused.because("forum.refused.review-over");
        }
        if (words.place(paragraph).version() != version) {
            throw Refused.because("forum.refused.changed");
        }
        jdbc.sql("""
                INSERT INTO minutes_suggestion
                       (id, session, paragraph, version, person, language, text, why, state, made_at)
                VALUES (:id, :session, :paragraph, :version, :person, :language, :text, :why, 'OPEN', :now)
                ON CONFLICT DO NOTHING""")
                .param("id", suggestion.value())
                .param("session", place.session().value())
                .param("paragraph", paragraph.value())
                .param("version", version)
                .param("person", person.value())
                .param("language", language.code())
                .param("text", Typed.requiredBlock("text", text, MinutesDesk.TEXT_LENGTH))
                .param("why", Typed.block("why", why, Lengths.REASON))
                .param("now", Columns.moment(clock.now()))
                .update();
        trail.session(by, "forum.minutes-suggested", place.session());
        live.changed(ForumTopics.minutes(place.session()));
    }

    /** Many suggest something at once, and none of them while the minutes go on: whoever facilitates has locked the session then. */
    private void share(SessionId session) {
        var _ = jdbc.sql("SELECT 1 FROM forum_session WHERE id = :session FOR SHARE")
                .param("session", session.value())
                .query(Integer.class)
                .single();
    }

    /** @throws NotFound if there is none */
    Wish find(SuggestionId suggestion) {
        return jdbc.sql("SELECT * FROM minutes_suggestion WHERE id = :id")
                .param("id", suggestion.value())
                .query((row, _) -> new Wish(
                        suggestion,
                        new SessionId(Columns.id(row, "session")),
                        new ParagraphId(Columns.id(row, "paragraph")),
                        row.getLong("version"),
                        Columns.language(row, "language"),
                        row.getString("text")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Takes one as it was suggested; the caller has locked the session. */
    void take(Asker by, Wish wish) {
        if (words.place(wish.paragraph()).version() != wish.version()) {
            throw Refused.because("forum.refused.suggestion-older");
        }
        take(by, wish, wish.version(), wish.wording());
    }

    /** Takes one in the words of whoever takes it. */
    void take(Asker by, Wish wish, long version, LocalizedText text) {
        requireOpen(wish);
        Standing standing = book.require(wish.session());
        if (standing.state() == MinutesState.IN_REVIEW) {
            book.go(wish.session(), standing, MinutesState.DRAFT);
        }
        words.word(wish.paragraph(), version, text);
        settle(by, wish, SuggestionState.TAKEN, "forum.suggestion-taken");
    }

    void decline(Asker by, Wish wish) {
        requireOpen(wish);
        settle(by, wish, SuggestionState.DECLINED, "forum.suggestion-declined");
    }

    private void requireOpen(Wish wish) {
        boolean waits = jdbc.sql("SELECT state = 'OPEN' FROM minutes_suggestion WHERE id = :id FOR UPDATE")
                .param("id", wish.id().value())
                .query(Boolean.class)
                .single();
        if (!waits) {
            throw Refused.because("forum.refused.suggestion-settled");
        }
    }

    private void settle(Asker by, Wish wish, SuggestionState state, String act) {
        jdbc.sql("UPDATE minutes_suggestion SET state = :state, decided_at = :now WHERE id = :id")
                .param("state", state.name())
                .param("now", Columns.moment(clock.now()))
                .param("id", wish.id().value())
                .update();
        trail.session(by, act, wish.session());
        live.changed(ForumTopics.minutes(wish.session()));
    }
}
