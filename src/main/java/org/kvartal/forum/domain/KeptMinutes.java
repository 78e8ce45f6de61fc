package org.kvartal.forum.domain;

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
import org.kvartal.forum.SessionState;
import org.kvartal.forum.SuggestionId;
import org.kvartal.forum.domain.MinutesBook.Standing;
import org.kvartal.forum.domain.MinutesSuggestions.Wish;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.live.Live;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Minutes, from the draft to the edition that everybody reads. While their session goes on they wait. */
@Component
@Transactional
class KeptMinutes implements MinutesDesk {

    private final RoomDoor door;
    private final MinutesBook book;
    private final Reopenings reopenings;
    private final MinutesWords words;
    private final MinutesSuggestions suggestions;
    private final MinutesReads reads;
    private final LookingBack lookingBack;
    private final MinutesTelling telling;
    private final ForumTrail trail;
    private final ApplicationEventPublisher facts;
    private final Live live;

    KeptMinutes(
            RoomDoor door,
            MinutesBook book,
            Reopenings reopenings,
            MinutesWords words,
            MinutesSuggestions suggestions,
            MinutesReads reads,
            LookingBack lookingBack,
            MinutesTelling telling,
            ForumTrail trail,
            ApplicationEventPublisher facts,
            Live live) {
        this.door = door;
        this.book = book;
        this.reopenings = reopenings;
        this.words = words;
        this.suggestions = suggestions;
        this.reads = reads;
        this.lookingBack = lookingBack;
        this.telling = telling;
        this.trail = trail;
        this.facts = facts;
        this.live = live;
    }

    /** A session that was held and is over, locked until the transaction ends. */
    private ForumSession held(Asker by, SessionId id) {
        ForumSession session = door.facilitated(by, id);
        if (session.state() != SessionState.CLOSED) {
            throw Refused.because("forum.refused.minutes-wait");
        }
        return session;
    }

    @Override
    public void word(Asker by, ParagraphId paragraph, long version, LocalizedText text) {
        SessionId session = words.place(paragraph).session();
        held(by, session);
        words.word(paragraph, version, MinutesWords.checked(text));
        trail.session(by, "forum.minutes-worded", session);
        live.changed(ForumTopics.minutes(session));
    }

    @Override
    public void review(Asker by, SessionId id) {
        ForumSession session = held(by, id);
        book.review(session, book.require(id));
        trail.session(by, "forum.minutes-in-review", id);
        telling.review(id, book.require(id));
    }

    @Override
    public void redraft(Asker by, SessionId session) {
        held(by, session);
        book.go(session, book.require(session), MinutesState.DRAFT);
        trail.session(by, "forum.minutes-redrafted", session);
    }

    @Override
    public void suggest(
            Asker by,
            SuggestionId suggestion,
            ParagraphId paragraph,
            long version,
            Language language,
            String text,
            String why) {
        suggestions.suggest(by, suggestion, paragraph, version, language, text, why);
    }

    @Override
    public void take(Asker by, SuggestionId suggestion) {
        Wish wish = suggestions.find(suggestion);
        held(by, wish.session());
        suggestions.take(by, wish);
    }

    @Override
    public void take(Asker by, SuggestionId suggestion, long version, LocalizedText text) {
        Wish wish = suggestions.find(suggestion);
        held(by, wish.session());
        suggestions.take(by, wish, version, MinutesWords.checked(text));
    }

    @Override
    public void decline(Asker by, SuggestionId suggestion) {
        Wish wish = suggestions.find(suggestion);
        held(by, wish.session());
        suggestions.decline(by, wish);
    }

    @Override
    public void approve(Asker by, SessionId session) {
        held(by, session);
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
        reopenings.settled(session);
    }

    @Override
    public void publish(Asker by, SessionId id) {
        ForumSession session = held(by, id);
        Standing standing = book.require(id);
        book.go(id, standing, MinutesState.PUBLISHED);
        trail.session(by, "forum.minutes-published", id);
        published(session, standing.edition());
    }

    @Override
    public void correct(Asker by, SessionId id, int seen, String reason, Map<ParagraphId, LocalizedText> worded) {
        ForumSession session = held(by, id);
        Standing standing = book.require(id);
        if (standing.edition() != seen) {
            throw Refused.because("forum.refused.changed");
        }
        String why = Typed.requiredBlock("reason", reason, Lengths.REASON);
        Map<ParagraphId, LocalizedText> checked = new HashMap<>();
        worded.forEach((paragraph, text) -> checked.put(paragraph, MinutesWords.checked(text)));
        int edition = book.correct(id, standing, why, checked);
        trail.session(by, "forum.minutes-corrected", id, entry -> entry.because(why));
        if (standing.state() == MinutesState.PUBLISHED) {
            published(session, edition);
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

    @Override
    @Transactional(readOnly = true)
    public Optional<LookBack> lookBack(Asker asker, String code, Language language) {
        return lookingBack.at(asker, code, language);
    }
}
