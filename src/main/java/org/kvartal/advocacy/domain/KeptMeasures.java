package org.kvartal.advocacy.domain;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.MeasureDesk;
import org.kvartal.advocacy.MeasureDesk.MeasureContent;
import org.kvartal.advocacy.MeasureDesk.NewMeasure;
import org.kvartal.advocacy.MeasureDesk.NewReport;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.MeasureState;
import org.kvartal.advocacy.MeasureVerified;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.ReportId;
import org.kvartal.files.StoredFile;
import org.kvartal.forum.OutcomeId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PlainText;
import org.kvartal.membership.MemberId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Measures, from what is planned to what was verified. One is locked while something about it changes. */
@Component
@Transactional
class KeptMeasures implements MeasureDesk {

    private final MeasureRepository measures;
    private final MeasureOwners owners;
    private final MeasureTies ties;
    private final ReportDays days;
    private final ReportBook reports;
    private final MeasureEvidence evidence;
    private final RoomWords words;
    private final Codes codes;
    private final Permissions permissions;
    private final AdvocacyTasks tasks;
    private final AdvocacyTrail trail;
    private final Telling telling;
    private final ApplicationEventPublisher facts;
    private final HouseClock clock;

    KeptMeasures(
            MeasureRepository measures,
            MeasureOwners owners,
            MeasureTies ties,
            ReportDays days,
            ReportBook reports,
            MeasureEvidence evidence,
            RoomWords words,
            Codes codes,
            Permissions permissions,
            AdvocacyTasks tasks,
            AdvocacyTrail trail,
            Telling telling,
            ApplicationEventPublisher facts,
            HouseClock clock) {
        this.measures = measures;
        this.owners = owners;
        this.ties = ties;
        this.days = days;
        this.reports = reports;
        this.evidence = evidence;
        this.words = words;
        this.codes = codes;
        this.permissions = permissions;
        this.tasks = tasks;
        this.trail = trail;
        this.telling = telling;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public String enter(Asker by, NewMeasure wish) {
        MemberId owner = wish.content().owner() instanceof Owner.OfMember(MemberId member) ? member : null;
        owners.requireKeeper(by, owner);
        Optional<Measure> standing = measures.findById(wish.id().value());
        if (standing.isPresent()) {
            return standing.get().code();
        }
        owners.requireKnown(by, wish.content().owner());
        LocalDate today = clock.today();
        Measure measure = measures.saveAndFlush(Measure.enter(
                wish.id(), codes.next(RefCode.MEASURE, today.getYear()), wish.content(), today, clock.now()));
        days.rebuild(measure);
        trail.measure(by, "advocacy.measure-entered", measure.id());
        ties.tie(by, measure, wish.recommendations());
        telling.changed(measure.id());
        return measure.code();
    }

    @Override
    public void change(Asker by, MeasureId id, long version, MeasureContent content) {
        Measure measure = lock(by, id);
        owners.requireKnown(by, content.owner());
        MemberId owner = content.owner() instanceof Owner.OfMember(MemberId member) ? member : null;
        // Nobody hands a measure to somebody for whom they do not speak.
        owners.requireKeeper(by, owner);
        measure.change(version, content, clock.today(), clock.now());
        save(measure);
        days.rebuild(measure);
        trail.measure(by, "advocacy.measure-changed", id);
    }

    @Override
    public void tie(Asker by, MeasureId id, RecommendationId recommendation) {
        Measure measure = lock(by, id);
        measure.touch(clock.now());
        save(measure);
        ties.tie(by, measure, Set.of(recommendation));
    }

    @Override
    public void commit(Asker by, MeasureId id, long version, String implementer) {
        Measure measure = lock(by, id);
        measure.commit(version, implementer, clock.now());
        save(measure);
        trail.measure(by, "advocacy.measure-committed", id);
        telling.moved(by, id);
    }

    @Override
    public void start(Asker by, MeasureId id, long version) {
        Measure measure = lock(by, id);
        measure.start(version, clock.now());
        save(measure);
        trail.measure(by, "advocacy.measure-started", id);
        telling.moved(by, id);
    }

    @Override
    public void hold(Asker by, MeasureId id, long version, String reason) {
        Measure measure = lock(by, id);
        measure.hold(version, reason, clock.now());
        save(measure);
        trail.measure(by, "advocacy.measure-held", id, entry -> entry.because(PlainText.block(reason)));
        telling.moved(by, id);
    }

    @Override
    public void resume(Asker by, MeasureId id, long version) {
        Measure measure = lock(by, id);
        measure.resume(version, clock.now());
        save(measure);
        trail.measure(by, "advocacy.measure-resumed", id);
        telling.moved(by, id);
    }

    @Override
    public void reportDone(Asker by, MeasureId id, long version) {
        Measure measure = lock(by, id);
        measure.reportDone(version, by.person().orElse(null), evidence.any(id), clock.now());
        save(measure);
        tasks.verify(measure);
        tellVerifier(measure);
        trail.measure(by, "advocacy.measure-done", id);
        telling.moved(by, id);
    }

    @Override
    public void assign(Asker by, MeasureId id, long version, @Nullable MemberId verifier) {
        permissions.check(by, AdvocacyRights.KEEP_MEASURES, Scope.PLATFORM);
        Measure measure = lock(by, id);
        owners.requireStranger(by, measure.ownerMember());
        if (verifier != null) {
            owners.requireVerifier(by, verifier);
        }
        measure.assign(version, verifier, clock.now());
        save(measure);
        tasks.verifierChanged(measure);
        tellVerifier(measure);
        trail.measure(
                by,
                "advocacy.verifier-assigned",
                id,
                entry -> verifier == null ? entry : entry.with("verifier", verifier.value()));
    }

    private void tellVerifier(Measure measure) {
        MemberId verifier = measure.verifier();
        if (verifier != null && measure.state() == MeasureState.REPORTED_DONE) {
            telling.verificationWanted(measure.id(), verifier, owners.asked(verifier));
        }
    }

    @Override
    public void verify(Asker by, MeasureId id, long version, MeasureState verdict, String why) {
        PersonId person = by.requirePerson();
        Measure measure = measures.lock(id.value()).orElseThrow(NotFound::new);
        MemberId verifier = measure.verifier();
        if (!owners.verifies(by, verifier)) {
            throw new Forbidden();
        }
        owners.requireStranger(by, measure.ownerMember());
        MemberId association = owners.speaks(by, verifier) ? verifier : null;
        measure.verify(version, verdict, why, person, association, clock.now());
        save(measure);
        ties.verified(by, measure);
        tasks.verified(measure);
        trail.measure(
                by,
                "advocacy.measure-verified",
                id,
                entry -> entry.with("verdict", verdict).onBehalfOf(association == null ? null : association.value()));
        facts.publishEvent(new MeasureVerified(id, measure.code(), verdict));
        telling.verified(by, id);
    }

    @Override
    public void cancel(Asker by, MeasureId id, long version, String reason, OutcomeId decision) {
        permissions.check(by, AdvocacyRights.KEEP_MEASURES, Scope.PLATFORM);
        Measure measure = lock(by, id);
        words.requireDecision(decision);
        measure.cancel(version, reason, decision, clock.now());
        save(measure);
        trail.measure(
                by,
                "advocacy.measure-cancelled",
                id,
                entry -> entry.because(PlainText.block(reason)).with("decision", decision.value()));
        telling.moved(by, id);
    }

    @Override
    public void draft(Asker by, NewReport report) {
        PersonId person = by.requirePerson();
        Measure measure = measures.lock(report.measure().value()).orElseThrow(NotFound::new);
        MemberId owner = measure.ownerMember();
        if (!owners.keeps(by, owner)) {
            permissions.check(by, AdvocacyRights.REPORT, Scope.PLATFORM);
        }
        MemberId speaksFor = report.onBehalfOf();
        if (speaksFor != null && !(speaksFor.equals(owner) && owners.speaks(by, owner))) {
            throw new Forbidden();
        }
        if (reports.draft(report, measure, person)) {
            trail.measure(
                    by,
                    "advocacy.report-drafted",
                    measure.id(),
                    entry -> entry.onBehalfOf(speaksFor == null ? null : speaksFor.value()));
            telling.changed(measure.id());
        }
    }

    @Override
    public void publish(Asker by, ReportId id) {
        PersonId person = by.requirePerson();
        Measure measure = lock(by, reports.measure(id).orElseThrow(NotFound::new));
        reports.publish(by, measure, id, person);
        save(measure);
        days.reported(measure.id(), id);
        trail.measure(by, "advocacy.report-published", measure.id());
        telling.reported(by, measure.id(), id);
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public StoredFile attach(Asker by, MeasureId id, String about, String name, InputStream content) {
        Measure measure = measures.findById(id.value()).orElseThrow(NotFound::new);
        owners.requireKeeper(by, measure.ownerMember());
        return evidence.attach(by, id, about, name, content);
    }

    @Override
    public void point(Asker by, MeasureId id, String about, String link) {
        Measure measure = lock(by, id);
        measure.touch(clock.now());
        evidence.point(by, id, about, link);
        save(measure);
    }

    private void save(Measure measure) {
        measures.saveAndFlush(measure);
        telling.changed(measure.id());
    }

    private Measure lock(Asker by, MeasureId id) {
        Measure measure = measures.lock(id.value()).orElseThrow(NotFound::new);
        owners.requireKeeper(by, measure.ownerMember());
        return measure;
    }
}
