package org.kvartal.administration.domain;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.administration.HouseFigures;
import org.kvartal.administration.HouseWatch;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.FailedFacts;
import org.kvartal.kernel.FailedFacts.FailedFact;
import org.kvartal.kernel.FailedJobs;
import org.kvartal.kernel.FailedJobs.FailedJob;
import org.kvartal.kernel.NotFound;
import org.kvartal.mail.GivenUpLetters;
import org.kvartal.mail.GivenUpLetters.GivenUp;
import org.kvartal.mail.GivenUpLetters.Place;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The watch, for whoever may keep it; each act with a row in the audit trail. */
@Component
class KeptWatch implements HouseWatch {

    static final String LETTER = "administration.letter";
    static final String FACT = "administration.fact";
    static final String JOB = "administration.job";

    private final Permissions permissions;
    private final Gauges gauges;
    private final GivenUpLetters letters;
    private final FailedFacts facts;
    private final FailedJobs jobs;
    private final AuditTrail audit;
    private final Clock clock;

    KeptWatch(
            Permissions permissions,
            Gauges gauges,
            GivenUpLetters letters,
            FailedFacts facts,
            FailedJobs jobs,
            AuditTrail audit,
            Clock clock) {
        this.permissions = permissions;
        this.gauges = gauges;
        this.letters = letters;
        this.facts = facts;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean mayWatch(Asker by) {
        return permissions.has(by, WATCH, Scope.PLATFORM);
    }

    @Override
    public HouseFigures figures(Asker by) {
        check(by);
        return gauges.read(clock.instant());
    }

    @Override
    public List<GivenUp> letters(Asker by, @Nullable Place after, int limit) {
        check(by);
        return letters.newest(after, limit);
    }

    @Override
    public List<FailedFact> facts(Asker by, int limit) {
        check(by);
        return facts.oldest(limit);
    }

    @Override
    public List<FailedJob> jobs(Asker by, int limit) {
        check(by);
        return jobs.latest(limit);
    }

    @Override
    @Transactional
    public void sendLetterAgain(Asker by, UUID letter) {
        check(by);
        require(letters.sendAgain(letter));
        audit.record(AuditEntry.of(by, "administration.letter-sent-again", new AuditSubject(LETTER, letter)));
    }

    @Override
    @Transactional
    public void putLetterAside(Asker by, UUID letter) {
        check(by);
        require(letters.putAside(letter));
        audit.record(AuditEntry.of(by, "administration.letter-put-aside", new AuditSubject(LETTER, letter)));
    }

    @Override
    @Transactional
    public void sendFactAgain(Asker by, UUID fact) {
        check(by);
        require(facts.sendAgain(fact));
        audit.record(AuditEntry.of(by, "administration.fact-sent-again", new AuditSubject(FACT, fact)));
    }

    @Override
    @Transactional
    public void runJobNow(Asker by, String job, String instance) {
        check(by);
        require(jobs.runNow(job, instance));
        audit.record(AuditEntry.of(by, "administration.job-run-now", new AuditSubject(JOB, WatchedThings.id(job))));
    }

    private void check(Asker by) {
        permissions.check(by, WATCH, Scope.PLATFORM);
    }

    private static void require(boolean done) {
        if (!done) {
            throw new NotFound();
        }
    }
}
