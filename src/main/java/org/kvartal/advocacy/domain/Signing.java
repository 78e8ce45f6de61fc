package org.kvartal.advocacy.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.LetterSent;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.Way;
import org.kvartal.advocacy.domain.LetterDesk.Held;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Secret;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Four eyes on each letter: whoever signs it has not prepared it. Where the house lets one person do both, that is said in the letter and in the record, and only while
 * nobody else could.
 *
 * @see "Decision record 0130, a letter has two pairs of eyes"
 */
@Component
class Signing {

    private static final String PDF = "application/pdf";

    private final LetterDesk desk;
    private final LetterWords words;
    private final LetterPrint print;
    private final Postroom postroom;
    private final Files files;
    private final Permissions permissions;
    private final AdvocacySettings settings;
    private final AdvocacyTasks tasks;
    private final AdvocacyTrail trail;
    private final Telling telling;
    private final Trace trace;
    private final ApplicationEventPublisher facts;
    private final TransactionTemplate transaction;
    private final HouseClock clock;

    Signing(
            LetterDesk desk,
            LetterWords words,
            LetterPrint print,
            Postroom postroom,
            Files files,
            Permissions permissions,
            AdvocacySettings settings,
            AdvocacyTasks tasks,
            AdvocacyTrail trail,
            Telling telling,
            Trace trace,
            ApplicationEventPublisher facts,
            TransactionTemplate transaction,
            HouseClock clock) {
        this.desk = desk;
        this.words = words;
        this.print = print;
        this.postroom = postroom;
        this.files = files;
        this.permissions = permissions;
        this.settings = settings;
        this.tasks = tasks;
        this.trail = trail;
        this.telling = telling;
        this.trace = trace;
        this.facts = facts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether that person may sign it, and would do so alone; empty where they may not. */
    Optional<Boolean> maySign(Asker by, Dispatch dispatch) {
        return by.person()
                .filter(_ -> permissions.has(by, AdvocacyRights.SIGN, Scope.PLATFORM))
                .flatMap(person -> alone(person, dispatch.isPreparedBy(person)));
    }

    /** Whether that person may answer an addressee in words that nobody else has seen, and would do so alone; empty where they may not. */
    Optional<Boolean> mayAnswer(Asker by, Dispatch dispatch) {
        return by.person()
                .filter(_ -> permissions.has(by, AdvocacyRights.SIGN, Scope.PLATFORM))
                .flatMap(person -> alone(person, dispatch.isOwedBy(person)));
    }

    /** @param first whether that person had the first pair of eyes on it already */
    private Optional<Boolean> alone(PersonId person, boolean first) {
        if (!first) {
            return Optional.of(false);
        }
        boolean onlyOne = !settings.fourEyes()
                && permissions.holders(AdvocacyRights.SIGN, Scope.PLATFORM).equals(Set.of(person));
        return onlyOne ? Optional.of(true) : Optional.empty();
    }

    private boolean requireSigner(Asker by, Dispatch dispatch) {
        permissions.check(by, AdvocacyRights.SIGN, Scope.PLATFORM);
        return maySign(by, dispatch).orElseThrow(() -> Refused.because("advocacy.refused.four-eyes"));
    }

    void sign(Asker by, DispatchId id, long version, boolean anyway) {
        PersonId person = by.requirePerson();
        permissions.check(by, AdvocacyRights.SIGN, Scope.PLATFORM);
        PaperLetter letter = Objects.requireNonNull(transaction.execute(_ -> {
            Held held = desk.hold(id);
            boolean alone = requireSigner(by, held.dispatch());
            held.dispatch().requireSignable(version);
            held.recommendation().requireSendable();
            requireReadable(held, anyway);
            return words.of(held, person, alone);
        }));
        byte[] pdf = printed(letter);
        StoredFile file = files.keep(
                person,
                new FileOwner(FileReaders.MODULE, id.value()),
                letter.code() + ".pdf",
                PDF,
                new ByteArrayInputStream(pdf));
        try {
            transaction.executeWithoutResult(_ -> sign(by, person, id, version, anyway, file, Secret.sha256(pdf)));
        } catch (RuntimeException changedMeanwhile) {
            files.remove(file.id());
            throw changedMeanwhile;
        }
    }

    private byte[] printed(PaperLetter letter) {
        try {
            return print.print(letter, clock.now());
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** An office reads its own language, unless somebody has said that it gets another one. */
    private static void requireReadable(Held held, boolean anyway) {
        Language language = held.dispatch().language();
        if (!anyway && !held.recommendation().isIn(language)) {
            throw Refused.at("anyway", "advocacy.refused.untranslated", language.ownName());
        }
    }

    private void sign(
            Asker by, PersonId person, DispatchId id, long version, boolean anyway, StoredFile file, byte[] hash) {
        Held held = desk.hold(id);
        Dispatch dispatch = held.dispatch();
        boolean alone = requireSigner(by, dispatch);
        held.recommendation().requireSendable();
        requireReadable(held, anyway);
        Instant now = clock.now();
        dispatch.sign(version, person, alone, file.id(), hash, now);
        desk.save(dispatch);
        tasks.settled(dispatch);
        boolean untranslated = !held.recommendation().isIn(dispatch.language());
        trail.dispatch(
                by,
                "advocacy.letter-signed",
                id,
                entry -> untranslated
                        ? entry.with("alone", alone).with("untranslated", true)
                        : entry.with("alone", alone));
        if (dispatch.way() == Way.MAIL) {
            dispatch.sent(clock.today(dispatch.zone()), "", now);
            postroom.send(held);
            left(by, held);
        } else {
            tasks.send(dispatch, held.code());
        }
    }

    /** A letter has left the house; the caller holds it. */
    void left(Asker by, Held held) {
        Dispatch dispatch = held.dispatch();
        held.recommendation().sent(clock.now());
        desk.save(held.recommendation());
        desk.save(dispatch);
        tasks.settled(dispatch);
        RecommendationId recommendation = held.recommendation().id();
        trace.link(
                by,
                new Strand(
                        recommendation.traced(), Relation.SENT_AS, dispatch.id().traced()));
        trail.dispatch(by, "advocacy.letter-sent", dispatch.id());
        facts.publishEvent(new LetterSent(recommendation, dispatch.id()));
        telling.sent(by, dispatch);
    }
}
