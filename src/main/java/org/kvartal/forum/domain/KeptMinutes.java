package org.kvartal.forum.domain;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.forum.MinutesPublished;
import org.kvartal.forum.MinutesState;
import org.kvartal.forum.ParagraphId;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.SuggestionId;
import org.kvartal.forum.domain.MinutesBook.Standing;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Minutes, from the draft to the edition that everybody reads. */
@Component
@Transactional
class KeptMinutes implements MinutesDesk {

    private final RoomDoor door;
    private final MinutesBook book;
    private final MinutesReads reads;
    private final MinutesTelling telling;
    private final ForumTrail trail;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher facts;
    private final Live live;
    private final ForumClock clock;

    KeptMinutes(
            RoomDoor door,
            MinutesBook book,
            MinutesReads reads,
            MinutesTelling telling,
            ForumTrail trail,
            JdbcClient jdbc,
            ApplicationEventPublisher facts,
            Live live,
            ForumClock clock) {
        this.door = door;
        this.book = book;
        this.reads = reads;
        this.telling = telling;
        this.trail = trail;
        this.jdbc = jdbc;
        this.facts = facts;
        this.live = live;
        this.clock = clock;
    }

    private record Place(SessionId session, int edition, LocalizedText text, long version) {}

    @Override
    public void word(Asker by, ParagraphId paragraph, long version, LocalizedText text) {
        Place place = place(paragraph);
        door.facilitated(by, place.session());
        requireDraft(place);
        word(paragraph, version, checked(text));
        trail.session(by, "forum.minutes-worded", place.session());
        live.changed(ForumTopics.minutes(place.session()));
    }

    private void word(ParagraphId paragraph, long version, LocalizedText text) {
        if (!book.word(paragraph, version, text)) {
            throw Refused.because("forum.refused.changed");
        }
    }

    private static LocalizedText checked(LocalizedText text) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        text.texts().forEach((language, words) -> texts.put(language, Typed.requiredBlock("text", words, TEXT_LENGTH)));
        return new LocalizedText(text.source(), texts);
    }

    private void requireDraft(Place place) {
        Standing standing = book.require(place.session());
        if (standing.edition() != place.edition() || standing.state() != MinutesState.DRAFT) {
            throw Refused.because("forum.refused.minutes-state");
        }
    }

    @Override
    public void review(Asker by, SessionId session) {
        door.facilitated(by, session);
        book.go(session, book.require(session), MinutesState.IN_REVIEW);
        trail.session(by, "forum.minutes-in-review", session);
        telling.review(session, book.require(session));
    }

    @Override
    public void redraft(Asker by, SessionId session) {
        door.facilitated(by, session);
        book.go(session, book.require(session), MinutesState.DRAFT);
        trail.session(by, "forum.minutes-redrafted", session);
    }

    @Override
    public void suggest(
            Asker by, SuggestionId suggestion, ParagraphId paragraph, Language language, String text, String why) {
        PersonId person = by.requirePerson();
        Place place = place(paragraph);
        if (!reads.attended(place.session(), person)) {
            throw new Forbidden();
        }
        Standing standing = jdbc.sql(
                        "SELECT edition, state FROM minutes_edition WHERE session = :session AND edition = :edition FOR SHARE")
                .param("session", place.session().value())
                .param("edition", place.edition())
                .query((row, _) ->
                        new Standing(row.getInt("edition"), MinutesState.valueOf(row.getString("state")), null, null))
                .single();
        if (standing.state() != MinutesState.IN_REVIEW) {
            throw Refused.because("forum.refused.review-over");
        }
        jdbc.sql("""
                INSERT INTO minutes_suggestion (id, session, paragraph, person, language, text, why, state, made_at)
                VALUES (:id, :session, :paragraph, :person, :language, :text, :why, 'OPEN', :now) ON CONFLICT DO NOTHING""")
                .param("id", suggestion.value())
                .param("session", place.session().value())
                .param("paragraph", paragraph.value())
                .param("person", person.value())
                .param("language", language.code())
                .param("text", Typed.requiredBlock("text", text, TEXT_LENGTH))
                .param("why", Typed.block("why", why, Typed.REASON_LENGTH))
                .param("now", Columns.moment(clock.now()))
                .update();
        trail.session(by, "forum.minutes-suggested", place.session());
        live.changed(ForumTopics.minutes(place.session()));
    }

    private record Wish(SessionId session, ParagraphId paragraph, Language language, String text) {}

    @Override
    public void take(Asker by, SuggestionId suggestion) {
        Wish wish = open(by, suggestion);
        Standing standing = book.require(wish.session());
        if (standing.state() == MinutesState.IN_REVIEW) {
            book.go(wish.session(), standing, MinutesState.DRAFT);
        }
        Place place = place(wish.paragraph());
        requireDraft(place);
        Map<Language, String> texts = new HashMap<>(place.text().texts());
        texts.put(wish.language(), wish.text());
        word(wish.paragraph(), place.version(), new LocalizedText(place.text().source(), texts));
        settle(by, suggestion, wish.session(), SuggestionState.TAKEN, "forum.suggestion-taken");
    }

    @Override
    public void decline(Asker by, SuggestionId suggestion) {
        Wish wish = open(by, suggestion);
        settle(by, suggestion, wish.session(), SuggestionState.DECLINED, "forum.suggestion-declined");
    }

    private Wish open(Asker by, SuggestionId suggestion) {
        Wish wish = jdbc.sql("SELECT * FROM minutes_suggestion WHERE id = :id")
                .param("id", suggestion.value())
                .query((row, _) -> new Wish(
                        new SessionId(Columns.id(row, "session")),
                        new ParagraphId(Columns.id(row, "paragraph")),
                        Columns.language(row, "language"),
                        row.getString("text")))
                .optional()
                .orElseThrow(NotFound::new);
        door.facilitated(by, wish.session());
        boolean waits = jdbc.sql("SELECT state = 'OPEN' FROM minutes_suggestion WHERE id = :id FOR UPDATE")
                .param("id", suggestion.value())
                .query(Boolean.class)
                .single();
        if (!waits) {
            throw Refused.because("forum.refused.suggestion-settled");
        }
        return wish;
    }

    private void settle(Asker by, SuggestionId id, SessionId session, SuggestionState state, String act) {
        jdbc.sql("UPDATE minutes_suggestion SET state = :state, decided_at = :now WHERE id = :id")
                .param("state", state.name())
                .param("now", Columns.moment(clock.now()))
                .param("id", id.value())
                .update();
        trail.session(by, act, session);
        live.changed(ForumTopics.minutes(session));
    }

    @Override
    public void approve(Asker by, SessionId session) {
        door.facilitated(by, session);
        Standing standing = book.require(session);
        MinutesBook.requireNext(standing, MinutesState.APPROVED);
        // What is entered by the house itself, such as from an archive, was read and approved before.
        if (!(by instanceof Asker.House) && !reads.reviewOver(standing)) {
            throw Refused.because("forum.refused.review-runs");
        }
        if (reads.waits(session)) {
            throw Refused.because("forum.refused.suggestions-wait");
        }
        book.go(session, standing, MinutesState.APPROVED);
        by.person().ifPresent(person -> book.approvedBy(session, standing.edition(), person));
        trail.session(by, "forum.minutes-approved", session);
    }

    @Override
    public void publish(Asker by, SessionId session) {
        ForumSession held = door.facilitated(by, session);
        Standing standing = book.require(session);
        book.go(session, standing, MinutesState.PUBLISHED);
        trail.session(by, "forum.minutes-published", session);
        published(held, standing.edition());
    }

    @Override
    public void correct(Asker by, SessionId session, String reason, Map<ParagraphId, LocalizedText> words) {
        ForumSession held = door.facilitated(by, session);
        Standing standing = book.require(session);
        String why = Typed.requiredBlock("reason", reason, Typed.REASON_LENGTH);
        Map<ParagraphId, LocalizedText> checked = new HashMap<>();
        words.forEach((paragraph, text) -> checked.put(paragraph, checked(text)));
        int edition = book.correct(session, standing, why, checked);
        trail.session(by, "forum.minutes-corrected", session, entry -> entry.because(why));
        if (standing.state() == MinutesState.PUBLISHED) {
            published(held, edition);
        }
    }

    private void published(ForumSession session, int edition) {
        telling.published(session.id(), edition);
        live.changed(List.of(ForumTopics.minutes(session.id()), ForumTopics.of(session.id())));
        facts.publishEvent(new MinutesPublished(session.id(), session.code(), edition));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MinutesPage> find(Asker asker, String code, @Nullable Integer edition) {
        return reads.find(asker, code, edition);
    }

    private Place place(ParagraphId paragraph) {
        return jdbc.sql("SELECT session, edition, text, version FROM minutes_paragraph WHERE id = :id")
                .param("id", paragraph.value())
                .query((row, _) -> new Place(
                        new SessionId(Columns.id(row, "session")),
                        row.getInt("edition"),
                        Stored.text(row, "text"),
                        row.getLong("version")))
                .optional()
                .orElseThrow(NotFound::new);
    }
}
