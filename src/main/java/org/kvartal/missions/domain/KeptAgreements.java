package org.kvartal.missions.domain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Secret;
import org.kvartal.missions.AgreementEnded;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.AgreementInForce;
import org.kvartal.missions.AgreementState;
import org.kvartal.missions.Agreements;
import org.kvartal.missions.Party;
import org.kvartal.missions.Projects.ListKey;
import org.kvartal.missions.domain.AgreementParties.Signing;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TraceNode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of agreements. One is locked while something about it changes. */
@Component
@Transactional
class KeptAgreements implements Agreements {

    /** More than any scan of an agreement takes, in bytes. */
    private static final int MOST_BYTES = 50 * 1024 * 1024;

    private final AgreementRepository agreements;
    private final AgreementParties signatures;
    private final AgreementReads reads;
    private final AgreementSight sight;
    private final Parties parties;
    private final ProjectBook book;
    private final MissionRepository missions;
    private final MissionCodes codes;
    private final Files files;
    private final Trace trace;
    private final MissionTasks tasks;
    private final MissionTrail trail;
    private final MissionTelling telling;
    private final ApplicationEventPublisher facts;
    private final TransactionTemplate transaction;
    private final MissionClock clock;

    KeptAgreements(
            AgreementRepository agreements,
            AgreementParties signatures,
            AgreementReads reads,
            AgreementSight sight,
            Parties parties,
            ProjectBook book,
            MissionRepository missions,
            MissionCodes codes,
            Files files,
            Trace trace,
            MissionTasks tasks,
            MissionTrail trail,
            MissionTelling telling,
            ApplicationEventPublisher facts,
            TransactionTemplate transaction,
            MissionClock clock) {
        this.agreements = agreements;
        this.signatures = signatures;
        this.reads = reads;
        this.sight = sight;
        this.parties = parties;
        this.book = book;
        this.missions = missions;
        this.codes = codes;
        this.files = files;
        this.trace = trace;
        this.tasks = tasks;
        this.trail = trail;
        this.telling = telling;
        this.facts = facts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String enter(Asker by, NewAgreement wish) {
        if (!sight.keeps(by, wish.project()) || (wish.mission() != null && !sight.keepsAll(by))) {
            throw new Forbidden();
        }
        Optional<Agreement> standing = agreements.findById(wish.id().value());
        if (standing.isPresent()) {
            return standing.get().code();
        }
        List<Party> between = signatures.checked(by, wish.content().parties());
        TraceNode from = from(wish);
        if (wish.renews() != null) {
            Agreement renewed = agreements
                    .findById(wish.renews().value())
                    .orElseThrow(() -> Refused.at("renews", "missions.refused.renews"));
            sight.requireKeeper(by, renewed);
            renewed.requireRenewable(clock.today());
        }
        Agreement agreement = agreements.saveAndFlush(Agreement.enter(
                wish, codes.next(MissionCode.AGREEMENT), by.person().orElse(null), clock.today(), clock.now()));
        signatures.replace(agreement.id(), between);
        if (from != null) {
            trace.link(by, new Strand(from, Relation.BECAME, agreement.id().traced()));
        }
        trail.agreement(by, "missions.agreement-entered", agreement.id());
        telling.changed(agreement.id());
        return agreement.code();
    }

    private @Nullable TraceNode from(NewAgreement wish) {
        if (wish.project() != null) {
            return book.find(wish.project().value()).id().traced();
        }
        return wish.mission() == null
                ? null
                : missions.findById(wish.mission().value())
                        .orElseThrow(NotFound::new)
                        .id()
                        .traced();
    }

    @Override
    public void change(Asker by, AgreementId id, long version, AgreementContent content) {
        Agreement agreement = hold(by, id);
        List<Party> between = signatures.checked(by, content.parties());
        agreement.change(version, content, clock.today(), clock.now());
        signatures.replace(id, between);
        save(agreement);
        trail.agreement(by, "missions.agreement-changed", id);
    }

    @Override
    public void summarise(Asker by, AgreementId id, long version, @Nullable LocalizedText summary) {
        Agreement agreement = hold(by, id);
        if (!sight.keepsAll(by)) {
            throw new Forbidden();
        }
        agreement.summarise(version, summary, clock.now());
        save(agreement);
        trail.agreement(by, "missions.agreement-summarised", id, entry -> entry.with("shown", summary != null));
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public StoredFile file(Asker by, AgreementId id, String name, InputStream content) {
        transaction.executeWithoutResult(_ -> requireDraft(hold(by, id)));
        byte[] bytes = bytes(content);
        StoredFile file =
                files.store(by, new FileOwner(MissionFiles.MODULE, id.value()), name, new ByteArrayInputStream(bytes));
        try {
            transaction.executeWithoutResult(_ -> {
                Agreement agreement = hold(by, id);
                FileId before = agreement.file();
                agreement.file(file.id(), kept(file.id(), bytes), clock.now());
                if (before != null) {
                    files.remove(before);
                }
                save(agreement);
                trail.agreement(
                        by,
                        "missions.agreement-filed",
                        id,
                        entry -> entry.with("file", file.id().value()));
            });
        } catch (RuntimeException changedMeanwhile) {
            files.remove(file.id());
            throw changedMeanwhile;
        }
        return file;
    }

    private static void requireDraft(Agreement agreement) {
        if (agreement.state() != AgreementState.DRAFT) {
            throw Refused.because("missions.refused.state");
        }
    }

    private static byte[] bytes(InputStream content) {
        try {
            byte[] bytes = content.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Refused.at("file", "missions.refused.large");
            }
            return bytes;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** SHA-256 of what people can take out again: a picture is encoded anew when it is kept. */
    private byte[] kept(FileId file, byte[] given) {
        return files.content(file, false)
                .map(content -> {
                    try {
                        return Secret.sha256(content.bytes().getContentAsByteArray());
                    } catch (IOException gone) {
                        throw new UncheckedIOException(gone);
                    }
                })
                .orElseGet(() -> Secret.sha256(given));
    }

    @Override
    public void sign(Asker by, AgreementId id, long version, int place, String signer, LocalDate signedOn) {
        Agreement agreement = agreements.lock(id.value()).orElseThrow(NotFound::new);
        Signing signing = signatures.of(id).stream()
                .filter(one -> one.place() == place)
                .findFirst()
                .orElse(null);
        if (!sight.keepsAll(by) && (signing == null || !parties.speaks(by, signing.party()))) {
            throw sight.knows(by, id.value()) ? new Forbidden() : new NotFound();
        }
        agreement.requireVersion(version);
        agreement.requireSignable();
        String name = Typed.requiredLine("signer", signer, NAME_LENGTH);
        LocalDate on = Typed.day("signedOn", signedOn, clock.today());
        if (on.isAfter(clock.today())) {
            throw Refused.at("signedOn", "missions.refused.future");
        }
        signatures.sign(by, id, place, name, on);
        List<Signing> after = signatures.of(id);
        boolean all = after.stream().allMatch(one -> one.signedOn() != null);
        agreement.signed(version, all, last(after), clock.today(), clock.now());
        save(agreement);
        trail.agreement(by, "missions.agreement-signed", id, entry -> entry.with("party", place));
        AgreementId renewed = agreement.renews();
        if (agreement.state() == AgreementState.IN_FORCE) {
            inForce(by, agreement, after);
        } else if (all && renewed != null) {
            // What follows it is signed: nobody need think of renewing it.
            tasks.agreementSettled(renewed);
        }
    }

    /** Its first day has come; nothing happens where it was ended meanwhile. */
    void comeIntoForce(AgreementId id) {
        Agreement agreement = agreements.lock(id.value()).orElseThrow(NotFound::new);
        if (agreement.state() == AgreementState.SIGNED) {
            agreement.comeIntoForce(clock.today(), clock.now());
            save(agreement);
            inForce(MissionTrail.HOUSE, agreement, signatures.of(id));
        }
    }

    private static LocalDate last(List<Signing> signings) {
        return signings.stream()
                .map(Signing::signedOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private void inForce(Asker by, Agreement agreement, List<Signing> signings) {
        AgreementId renewed = agreement.renews();
        if (renewed != null) {
            Agreement before = agreements.lock(renewed.value()).orElseThrow(NotFound::new);
            if (before.stateOn(clock.today()).next().contains(AgreementState.RENEWED_BY)) {
                before.renewedBy(agreement.id(), clock.today(), clock.now());
                tasks.agreementSettled(renewed);
                save(before);
                trace.link(
                        by,
                        new Strand(
                                renewed.traced(),
                                Relation.CONTINUES,
                                agreement.id().traced()));
                facts.publishEvent(new AgreementEnded(renewed, before.code()));
            }
        }
        trail.agreement(by, "missions.agreement-in-force", agreement.id());
        facts.publishEvent(new AgreementInForce(agreement.id(), agreement.code()));
        Set<PersonId> told = new HashSet<>();
        signings.forEach(one -> told.addAll(parties.told(one.party())));
        if (agreement.project() != null) {
            told.add(book.find(agreement.project().value()).consultant());
        }
        telling.inForce(by, agreement.id(), told);
    }

    @Override
    public void end(Asker by, AgreementId id, long version, String reason) {
        Agreement agreement = agreements.lock(id.value()).orElseThrow(NotFound::new);
        if (!sight.keepsAll(by)) {
            throw sight.knows(by, id.value()) ? new Forbidden() : new NotFound();
        }
        agreement.end(version, reason, clock.today(), clock.now());
        tasks.agreementSettled(id);
        save(agreement);
        trail.agreement(by, "missions.agreement-ended", id, entry -> entry.because(PlainText.block(reason)));
        facts.publishEvent(new AgreementEnded(id, agreement.code()));
    }

    private Agreement hold(Asker by, AgreementId id) {
        Agreement agreement = agreements.lock(id.value()).orElseThrow(NotFound::new);
        sight.requireKeeper(by, agreement);
        return agreement;
    }

    private void save(Agreement agreement) {
        agreements.saveAndFlush(agreement);
        telling.changed(agreement.id());
    }

    @Override
    @Transactional(readOnly = true)
    public AgreementList list(Asker asker, AgreementFilter filter, @Nullable ListKey before, int limit) {
        return reads.list(asker, filter, before, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<AgreementPage> find(Asker asker, String code) {
        return reads.find(asker, code);
    }
}
