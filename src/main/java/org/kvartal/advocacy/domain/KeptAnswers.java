package org.kvartal.advocacy.domain;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.Answers;
import org.kvartal.advocacy.Answers.ReplyContent;
import org.kvartal.advocacy.Answers.ReplyPage;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.DispatchState;
import org.kvartal.advocacy.Dispatches;
import org.kvartal.advocacy.Dispatches.PaperReply;
import org.kvartal.advocacy.Dispatches.Reading;
import org.kvartal.advocacy.ReplyId;
import org.kvartal.advocacy.domain.LetterDesk.Held;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What addressees say, by the link of a letter or on paper. Their words are kept as they are; a correction stands above what it corrects. */
@Component
class KeptAnswers implements Answers {

    private final LetterDesk desk;
    private final Postroom postroom;
    private final ReplyRules rules;
    private final ReplyReads reads;
    private final DispatchRepository dispatches;
    private final Files files;
    private final LetterSeal seal;
    private final Trace trace;
    private final AdvocacyTasks tasks;
    private final Telling telling;
    private final AdvocacyTrail trail;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final HouseClock clock;

    KeptAnswers(
            LetterDesk desk,
            Postroom postroom,
            ReplyRules rules,
            ReplyReads reads,
            DispatchRepository dispatches,
            Files files,
            LetterSeal seal,
            Trace trace,
            AdvocacyTasks tasks,
            Telling telling,
            AdvocacyTrail trail,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            HouseClock clock) {
        this.desk = desk;
        this.postroom = postroom;
        this.rules = rules;
        this.reads = reads;
        this.dispatches = dispatches;
        this.files = files;
        this.seal = seal;
        this.trace = trace;
        this.tasks = tasks;
        this.telling = telling;
        this.trail = trail;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ReplyPage> look(String token) {
        return postroom.look(token).flatMap(reads::page);
    }

    @Override
    @Transactional(readOnly = true)
    public ReplyContent check(String token, ReplyContent content) {
        Dispatch dispatch = postroom.look(token)
                .flatMap(id -> dispatches.findById(id.value()))
                .orElseThrow(NotFound::new);
        dispatch.requireAnswerable();
        return rules.checked(content, rules.today(dispatch.zone()));
    }

    @Override
    public Optional<ReplyPage> say(
            String token, ReplyId reply, ReplyContent content, Dispatches.@Nullable Scan file, boolean keepsFile) {
        Optional<DispatchId> letter = postroom.look(token);
        if (letter.isEmpty()) {
            return Optional.empty();
        }
        DispatchId id = letter.get();
        if (!isSaid(reply)) {
            ReplyContent said = check(token, content);
            requireRoom(id);
            keep(id, file, kept -> add(AdvocacyTrail.HOUSE, id, reply, said, kept, keepsFile, null));
        }
        return transaction.execute(_ -> reads.page(id));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SignedLetter> letter(String token) {
        return postroom.look(token)
                .flatMap(id -> dispatches.findById(id.value()))
                .flatMap(dispatch -> Optional.ofNullable(dispatch.letter())
                        .flatMap(files::find)
                        .flatMap(file -> seal.open(dispatch.id())
                                .map(bytes ->
                                        new SignedLetter(file.name(), file.type(), new ByteArrayResource(bytes)))));
    }

    /** The office has read what was not read yet; once it knows where the addressee stands, also what it owed an answer to. The caller holds the letter. */
    @Transactional(propagation = Propagation.MANDATORY)
    void read(DispatchId id, Reading how) {
        Set<Reading> before = how == Reading.CLASSIFIED ? Set.of(Reading.NEW, Reading.OWED) : Set.of(Reading.NEW);
        jdbc.sql("UPDATE dispatch_reply SET reading = :how WHERE dispatch = :id AND reading = ANY (:before)")
                .param("how", how.name())
                .param("id", id.value())
                .param("before", Stored.names(before))
                .update();
    }

    /** The caller has seen to who may. */
    void recordPaper(Asker by, DispatchId id, PaperReply reply, @Nullable FileId scan) {
        if (isSaid(reply.id())) {
            return;
        }
        Dispatch dispatch = dispatches.findById(id.value()).orElseThrow(NotFound::new);
        dispatch.requireAnswerable();
        LocalDate sent = dispatch.requireSentOn();
        if (reply.receivedOn().isBefore(sent) || reply.receivedOn().isAfter(clock.today())) {
            throw Refused.at("receivedOn", "advocacy.refused.received-on");
        }
        ReplyContent said = rules.checked(reply.content(), sent);
        PaperReply kept = new PaperReply(
                reply.id(),
                said,
                reply.receivedOn(),
                Typed.line("theirNumber", reply.theirNumber(), Dispatches.REGISTRY_LENGTH),
                Typed.line("ourNumber", reply.ourNumber(), Dispatches.REGISTRY_LENGTH));
        requireRoom(id);
        requireBrought(reply.id(), scan);
        transaction.executeWithoutResult(_ -> add(by, id, reply.id(), said, scan, false, kept));
    }

    private void requireBrought(ReplyId reply, @Nullable FileId scan) {
        FileOwner owner = new FileOwner(FileReaders.MODULE, reply.value());
        if (scan != null
                && files.find(scan).filter(file -> file.owner().equals(owner)).isEmpty()) {
            throw Refused.at("file", "advocacy.refused.evidence");
        }
    }

    /** @param say answers whether the file is needed */
    private void keep(DispatchId id, Dispatches.@Nullable Scan scan, Predicate<@Nullable FileId> say) {
        FileId file = scan == null
                ? null
                : files.accept(new FileOwner(FileReaders.MODULE, id.value()), scan.name(), scan.content())
                        .id();
        try {
            Boolean said = transaction.execute(_ -> say.test(file));
            if (file != null && !Boolean.TRUE.equals(said)) {
                files.remove(file);
            }
        } catch (RuntimeException tooLate) {
            if (file != null) {
                files.remove(file);
            }
            throw tooLate;
        }
    }

    private void requireRoom(DispatchId id) {
        int said = jdbc.sql("SELECT count(*) FROM dispatch_reply WHERE dispatch = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
        if (said >= MOST) {
            throw Refused.because("advocacy.refused.too-often");
        }
    }

    private boolean isSaid(ReplyId id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM dispatch_reply WHERE id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * @param keepsFile whether the file of what is corrected stays where there is no other
     * @param paper null for what came by the link
     * @return whether it was said now, and not before
     */
    private boolean add(
            Asker by,
            DispatchId id,
            ReplyId reply,
            ReplyContent said,
            @Nullable FileId file,
            boolean keepsFile,
            @Nullable PaperReply paper) {
        Held held = desk.hold(id);
        if (isSaid(reply)) {
            return false;
        }
        Dispatch dispatch = held.dispatch();
        dispatch.requireAnswerable();
        requireRoom(id);
        FileId before = dispatch.state() == DispatchState.NEEDS_CLASSIFICATION && paper == null ? correct(id) : null;
        FileId kept = file == null && keepsFile ? before : file;
        insert(by, id, reply, said, kept, paper, clock.today(dispatch.zone()));
        dispatch.replied(clock.now());
        desk.save(dispatch);
        tasks.settled(dispatch);
        tasks.classify(dispatch, held.code());
        telling.replied(by, dispatch, reply);
        trace.link(by, new Strand(id.traced(), Relation.ANSWERED_BY, reply.traced()));
        trail.dispatch(
                by,
                paper == null ? "advocacy.reply-came" : "advocacy.reply-recorded",
                id,
                entry -> entry.with("choice", said.choice()));
        return true;
    }

    /**
     * What came by the link and nobody has read yet is corrected by what comes now.
     *
     * @return the file that came with it
     */
    private @Nullable FileId correct(DispatchId id) {
        return jdbc.sql("""
                UPDATE dispatch_reply SET corrected = true
                 WHERE dispatch = :id AND way = 'LINK'
                   AND number = (SELECT max(number) FROM dispatch_reply WHERE dispatch = :id)
                RETURNING file""")
                .param("id", id.value())
                .query((row, _) -> Optional.ofNullable(Stored.file(row, "file")))
                .optional()
                .flatMap(file -> file)
                .orElse(null);
    }

    private void insert(
            Asker by,
            DispatchId id,
            ReplyId reply,
            ReplyContent said,
            @Nullable FileId file,
            @Nullable PaperReply paper,
            LocalDate today) {
        jdbc.sql("""
                INSERT INTO dispatch_reply (id, dispatch, number, way, choice, language, words, responsible, promised_on, until_on,
                                            passed_to, file, their_number, our_number, received_on, recorded_by, recorded_at, corrected)
                VALUES (:id, :dispatch, (SELECT coalesce(max(number), 0) + 1 FROM dispatch_reply WHERE dispatch = :dispatch), :way,
                        :choice, :language, :words, :responsible, :promised, :until, :passedTo, :file::uuid, :their, :our,
                        :received, :by::uuid, :now, false)""")
                .param("id", reply.value())
                .param("dispatch", id.value())
                .param("way", paper == null ? "LINK" : "PAPER")
                .param("choice", said.choice().name())
                .param("language", said.language().code())
                .param("words", said.words())
                .param("responsible", said.responsible())
                .param("promised", said.promisedOn(), Types.DATE)
                .param("until", said.until(), Types.DATE)
                .param("passedTo", said.passedTo())
                .param("file", file == null ? null : file.value())
                .param("their", paper == null ? "" : paper.theirNumber())
                .param("our", paper == null ? "" : paper.ourNumber())
                .param("received", paper == null ? today : paper.receivedOn())
                .param("by", by.person().map(PersonId::value).orElse(null))
                .param("now", Columns.moment(clock.now()))
                .update();
    }
}
