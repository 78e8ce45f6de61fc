package org.kvartal.advocacy.domain;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permission;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.Dispatches;
import org.kvartal.advocacy.Dispatches.Desk;
import org.kvartal.advocacy.Dispatches.DispatchKey;
import org.kvartal.advocacy.Dispatches.DispatchList;
import org.kvartal.advocacy.Dispatches.DispatchPage;
import org.kvartal.advocacy.Dispatches.NewDispatch;
import org.kvartal.advocacy.Dispatches.PaperReply;
import org.kvartal.advocacy.Dispatches.Reading;
import org.kvartal.advocacy.Position;
import org.kvartal.advocacy.ReplyClassified;
import org.kvartal.advocacy.ReplyId;
import org.kvartal.advocacy.Way;
import org.kvartal.advocacy.domain.LetterDesk.Held;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Letters to addressees, from the first words to the last. */
@Component
@Transactional
class KeptDispatches implements Dispatches {

    private final LetterDesk desk;
    private final DispatchRepository dispatches;
    private final RecommendationRepository recommendations;
    private final AddresseeRepository addressees;
    private final Signing signing;
    private final KeptAnswers answers;
    private final Postroom postroom;
    private final DispatchReads reads;
    private final Files files;
    private final Permissions permissions;
    private final AdvocacyTasks tasks;
    private final AdvocacyTrail trail;
    private final Telling telling;
    private final ApplicationEventPublisher facts;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    KeptDispatches(
            LetterDesk desk,
            DispatchRepository dispatches,
            RecommendationRepository recommendations,
            AddresseeRepository addressees,
            Signing signing,
            KeptAnswers answers,
            Postroom postroom,
            DispatchReads reads,
            Files files,
            Permissions permissions,
            AdvocacyTasks tasks,
            AdvocacyTrail trail,
            Telling telling,
            ApplicationEventPublisher facts,
            JdbcClient jdbc,
            HouseClock clock) {
        this.desk = desk;
        this.dispatches = dispatches;
        this.recommendations = recommendations;
        this.addressees = addressees;
        this.signing = signing;
        this.answers = answers;
        this.postroom = postroom;
        this.reads = reads;
        this.files = files;
        this.permissions = permissions;
        this.tasks = tasks;
        this.trail = trail;
        this.telling = telling;
        this.facts = facts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void prepare(Asker by, NewDispatch wish) {
        PersonId person = by.requirePerson();
        permissions.check(by, AdvocacyRights.PREPARE, Scope.PLATFORM);
        Recommendation recommendation =
                recommendations.lock(wish.recommendation().value()).orElseThrow(NotFound::new);
        if (dispatches.existsById(wish.id().value())) {
            return;
        }
        recommendation.requireSendable();
        Addressee to = addressees
                .findById(wish.addressee().value())
                .orElseThrow(() -> Refused.at("addressee", "advocacy.refused.addressee"));
        to.requireInUse();
        boolean underWay = jdbc.sql("""
                SELECT EXISTS (SELECT FROM dispatch WHERE recommendation = :recommendation AND addressee = :addressee
                                  AND state NOT IN ('CLOSED', 'DISCARDED'))""")
                .param("recommendation", wish.recommendation().value())
                .param("addressee", wish.addressee().value())
                .query(Boolean.class)
                .single();
        if (underWay) {
            throw Refused.at("addressee", "advocacy.refused.letter-under-way");
        }
        Dispatch dispatch = Dispatch.prepare(wish, to, postroom.holder(to), person, clock.now());
        desk.save(dispatch);
        tasks.sign(dispatch, recommendation.code());
        trail.dispatch(by, "advocacy.letter-prepared", dispatch.id());
    }

    @Override
    public void change(Asker by, DispatchId id, long version, Way way, String covering, int replyDays) {
        Held held = hold(by, id, AdvocacyRights.PREPARE);
        Dispatch dispatch = held.dispatch();
        Addressee to = addressees.findById(dispatch.addressee().value()).orElseThrow();
        dispatch.change(version, way, covering, replyDays, to, postroom.holder(to), by.requirePerson(), clock.now());
        desk.save(dispatch);
        trail.dispatch(by, "advocacy.letter-changed", id);
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void sign(Asker by, DispatchId dispatch, long version, boolean anyway) {
        signing.sign(by, dispatch, version, anyway);
    }

    @Override
    public void discard(Asker by, DispatchId id, long version, String reason) {
        Held held = hold(by, id, AdvocacyRights.PREPARE);
        held.dispatch().discard(version, reason, clock.now());
        settle(held);
        trail.dispatch(by, "advocacy.letter-discarded", id, entry -> entry.because(PlainText.block(reason)));
    }

    @Override
    public void reopen(Asker by, DispatchId id, long version, String reason) {
        Held held = hold(by, id, AdvocacyRights.PREPARE);
        String why = Typed.requiredBlock("reason", reason, Bounds.REASON_LENGTH);
        prepareAnew(by, held, held.dispatch().reopen(version, clock.now()));
        trail.dispatch(by, "advocacy.letter-reopened", id, entry -> entry.because(why));
    }

    @Override
    public void prepareAgain(Asker by, DispatchId id, long version) {
        Held held = hold(by, id, AdvocacyRights.PREPARE);
        Addressee to = addressees.findById(held.dispatch().addressee().value()).orElseThrow();
        // A letter that did not arrive stays in the files: it did leave the house.
        held.dispatch().prepareAgain(version, to, postroom.holder(to), by.requirePerson(), clock.now());
        prepareAnew(by, held, null);
        trail.dispatch(by, "advocacy.letter-prepared", id);
    }

    private void prepareAnew(Asker by, Held held, @Nullable FileId old) {
        by.requirePerson();
        postroom.revoke(held.dispatch().id());
        desk.save(held.dispatch());
        if (old != null) {
            files.remove(old);
        }
        tasks.settled(held.dispatch());
        tasks.sign(held.dispatch(), held.code());
    }

    @Override
    public void recordSent(Asker by, DispatchId id, long version, LocalDate on, String registry) {
        Held held = hold(by, id, AdvocacyRights.PREPARE);
        held.recommendation().requireSendable();
        held.dispatch().recordSent(version, on, registry, clock.now());
        signing.left(by, held);
    }

    @Override
    public void bounced(Asker by, DispatchId id, long version, String reason) {
        Held held = hold(by, id, AdvocacyRights.PREPARE);
        held.dispatch().bounce(version, reason, clock.now());
        postroom.revoke(id);
        settle(held);
        tasks.bounced(held.dispatch(), held.code());
        trail.dispatch(by, "advocacy.letter-bounced", id, entry -> entry.because(PlainText.block(reason)));
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public StoredFile bring(Asker by, DispatchId dispatch, ReplyId reply, String name, InputStream content) {
        permissions.check(by, AdvocacyRights.CLASSIFY, Scope.PLATFORM);
        dispatches.findById(dispatch.value()).orElseThrow(NotFound::new).requireAnswerable();
        return files.store(by, new FileOwner(FileReaders.MODULE, reply.value()), name, content);
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void recordReply(Asker by, DispatchId dispatch, PaperReply reply, @Nullable FileId scan) {
        permissions.check(by, AdvocacyRights.CLASSIFY, Scope.PLATFORM);
        answers.recordPaper(by, dispatch, reply, scan);
    }

    @Override
    public void classify(Asker by, DispatchId id, long version, Position position, String note) {
        Held held = hold(by, id, AdvocacyRights.CLASSIFY);
        held.dispatch().classify(version, position, note, by.requirePerson(), clock.now());
        answers.read(id, Reading.CLASSIFIED);
        settle(held);
        trail.dispatch(by, "advocacy.reply-classified", id, entry -> entry.with("position", position));
        facts.publishEvent(new ReplyClassified(held.recommendation().id(), id, position));
        telling.answered(by, held.dispatch());
    }

    @Override
    public void owe(Asker by, DispatchId id, long version) {
        Held held = hold(by, id, AdvocacyRights.CLASSIFY);
        held.dispatch().owe(version, by.requirePerson(), clock.now());
        answers.read(id, Reading.OWED);
        settle(held);
        tasks.clarify(held.dispatch(), held.code());
        trail.dispatch(by, "advocacy.clarification-owed", id);
    }

    @Override
    public void ignore(Asker by, DispatchId id, long version, String note) {
        Held held = hold(by, id, AdvocacyRights.CLASSIFY);
        held.dispatch().ignore(version, note, clock.now());
        answers.read(id, Reading.IGNORED);
        settle(held);
        trail.dispatch(by, "advocacy.reply-ignored", id);
    }

    @Override
    public void clarify(Asker by, DispatchId id, long version, String text, LocalDate replyBy) {
        Held held = hold(by, id, AdvocacyRights.SIGN);
        PersonId person = by.requirePerson();
        boolean alone = signing.mayAnswer(by, held.dispatch())
                .orElseThrow(() -> Refused.because("advocacy.refused.four-eyes-answer"));
        String words = Typed.requiredBlock("text", text, COVERING_LENGTH);
        held.dispatch().clarified(version, replyBy, clock.now());
        settle(held);
        UUID clarification = Ids.next();
        jdbc.sql("""
                INSERT INTO dispatch_clarification (id, dispatch, text, reply_by, said_by, said_at, owed_by, alone)
                VALUES (:id, :dispatch, :text, :replyBy, :person, :now, :owedBy::uuid, :alone)""")
                .param("owedBy", held.dispatch().owedBy())
                .param("alone", alone)
                .param("id", clarification)
                .param("dispatch", id.value())
                .param("text", words)
                .param("replyBy", replyBy)
                .param("person", person.value())
                .param("now", Columns.moment(clock.now()))
                .update();
        if (held.dispatch().way() == Way.MAIL) {
            postroom.clarify(held, clarification, words);
        }
        trail.dispatch(by, "advocacy.clarified", id, entry -> entry.with("alone", alone));
    }

    @Override
    public void close(Asker by, DispatchId id, long version) {
        Held held = hold(by, id, AdvocacyRights.CLASSIFY);
        held.dispatch().close(version, clock.now());
        settle(held);
        trail.dispatch(by, "advocacy.letter-closed", id);
    }

    @Override
    public void closeUnanswered(Asker by, DispatchId id, long version, String reason) {
        Held held = hold(by, id, AdvocacyRights.CLASSIFY);
        held.dispatch().closeUnanswered(version, reason, by.requirePerson(), clock.now());
        settle(held);
        postroom.revoke(id);
        trail.dispatch(by, "advocacy.letter-unanswered", id, entry -> entry.because(PlainText.block(reason)));
        telling.answered(by, held.dispatch());
    }

    @Override
    public void remind(Asker by, DispatchId id, LocalDate replyBy) {
        Held held = hold(by, id, AdvocacyRights.PREPARE);
        PersonId person = by.requirePerson();
        held.recommendation().requireSendable();
        Optional<String> drafted = !held.dispatch().isLateSince(replyBy, clock.now())
                ? Optional.empty()
                : jdbc.sql("""
                        UPDATE dispatch_reminder SET sent_at = :now, sent_by = :person
                         WHERE dispatch = :id AND reply_by = :replyBy AND sent_at IS NULL RETURNING text""")
                        .param("now", Columns.moment(clock.now()))
                        .param("person", person.value())
                        .param("id", id.value())
                        .param("replyBy", replyBy)
                        .query(String.class)
                        .optional();
        String words = drafted.orElseThrow(() -> Refused.because("advocacy.refused.reminder"));
        if (held.dispatch().way() == Way.MAIL) {
            postroom.remind(held, replyBy, words);
        }
        tasks.reminded(held.dispatch());
        telling.changed(held.recommendation().id());
        trail.dispatch(by, "advocacy.reminded", id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DispatchPage> find(Asker asker, DispatchId dispatch) {
        return reads.find(asker, dispatch);
    }

    @Override
    @Transactional(readOnly = true)
    public DispatchList waiting(Asker asker, Desk what, @Nullable DispatchKey after, int limit) {
        return reads.waiting(asker, what, after, limit);
    }

    private void settle(Held held) {
        desk.save(held.dispatch());
        tasks.settled(held.dispatch());
    }

    private Held hold(Asker by, DispatchId id, Permission permission) {
        permissions.check(by, permission, Scope.PLATFORM);
        return desk.hold(id);
    }
}
