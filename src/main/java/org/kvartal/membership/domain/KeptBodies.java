package org.kvartal.membership.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.MembershipRights;
import org.kvartal.membership.TermId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bodies of the house. A body is locked while something about it changes, so that nobody is appointed twice by two clicks. */
@Component
@Transactional
class KeptBodies implements Bodies {

    static final String BODY = "membership.body";

    private final BodyRepository bodies;
    private final BodyTermRepository terms;
    private final BodyReads reads;
    private final KeptSectors sectors;
    private final People people;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final HouseClock day;

    KeptBodies(
            BodyRepository bodies,
            BodyTermRepository terms,
            BodyReads reads,
            KeptSectors sectors,
            People people,
            Permissions permissions,
            AuditTrail audit,
            JdbcClient jdbc,
            HouseClock day) {
        this.bodies = bodies;
        this.terms = terms;
        this.reads = reads;
        this.sectors = sectors;
        this.people = people;
        this.permissions = permissions;
        this.audit = audit;
        this.jdbc = jdbc;
        this.day = day;
    }

    @Override
    public void open(Asker by, NewBody wish) {
        requireManager(by);
        Optional<Body> standing = bodies.findById(wish.id().value());
        if (standing.isPresent()) {
            if (!standing.get().standsAt(wish.slug())) {
                throw new Forbidden();
            }
            return;
        }
        requireSector(wish.sector());
        Body body = Body.open(wish, day.now());
        if (bodies.existsBySlug(wish.slug())) {
            throw Refused.at("slug", "membership.refused.slug-taken");
        }
        bodies.saveAndFlush(body);
        record(by, "membership.body-opened", wish.id().value(), null);
    }

    @Override
    public void change(Asker by, BodyChange wish) {
        Body body = lock(by, wish.body());
        requireSector(wish.sector());
        body.change(wish);
        bodies.saveAndFlush(body);
        record(by, "membership.body-changed", wish.body().value(), null);
    }

    @Override
    public void close(Asker by, BodyId id, long version, String reason) {
        Body body = lock(by, id);
        String why = Typed.requiredBlock("reason", reason, Entered.REASON_LENGTH);
        body.close(version, day.now());
        bodies.saveAndFlush(body);
        terms.lockOpen(id.value(), day.today()).forEach(term -> {
            term.endWith(day.today());
            terms.saveAndFlush(term);
        });
        record(by, "membership.body-closed", id.value(), why);
    }

    @Override
    public void appoint(Asker by, NewTerm wish) {
        Body body = lock(by, wish.body());
        Optional<BodyTerm> standing = terms.findById(wish.id().value());
        if (standing.isPresent()) {
            if (!standing.get().isIn(wish.body())) {
                throw new Forbidden();
            }
            return;
        }
        body.requireOpen();
        if (people.card(wish.person()).isEmpty()) {
            throw Refused.at("person", "membership.refused.person-unknown");
        }
        BodyTerm term = BodyTerm.of(wish);
        if (reads.overlaps(wish)) {
            throw Refused.at("person", "membership.refused.term-held");
        }
        terms.saveAndFlush(term);
        audit.record(AuditEntry.of(
                        by,
                        "membership.term-begun",
                        new AuditSubject(BODY, wish.body().value()))
                .with("person", wish.person())
                .with("role", wish.role())
                .with("mode", wish.mode()));
    }

    @Override
    public void end(Asker by, TermId id, LocalDate lastDay, String reason) {
        requireManager(by);
        BodyTerm term = terms.lock(id.value()).orElseThrow(NotFound::new);
        String why = Typed.requiredBlock("reason", reason, Entered.REASON_LENGTH);
        term.end(lastDay);
        terms.saveAndFlush(term);
        audit.record(AuditEntry.of(
                        by,
                        "membership.term-ended",
                        new AuditSubject(BODY, term.body().value()))
                .with("person", term.person())
                .because(why));
    }

    @Override
    public void consent(Asker by, BodyId body, boolean shown) {
        PersonId person = by.requirePerson();
        if (!reads.wasIn(person, body)) {
            throw new Forbidden();
        }
        if (shown) {
            jdbc.sql("INSERT INTO body_consent (body, person, at) VALUES (:body, :person, :now) ON CONFLICT DO NOTHING")
                    .param("body", body.value())
                    .param("person", person.value())
                    .param("now", Columns.moment(day.now()))
                    .update();
        } else {
            jdbc.sql("DELETE FROM body_consent WHERE body = :body AND person = :person")
                    .param("body", body.value())
                    .param("person", person.value())
                    .update();
        }
        audit.record(AuditEntry.of(by, "membership.body-consent", new AuditSubject(BODY, body.value()))
                .with("shown", shown));
    }

    @Override
    @Transactional(readOnly = true)
    public List<BodyCard> all(Asker asker) {
        return reads.open();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<BodyPage> find(Asker asker, String slug, @Nullable LocalDate on) {
        return reads.page(asker, slug, on == null ? day.today() : on);
    }

    @Override
    @Transactional(readOnly = true)
    public List<TermLine> history(Asker asker, BodyId body) {
        return reads.history(asker, body);
    }

    @Override
    @Transactional(readOnly = true)
    public List<BodyCard> of(Asker asker, PersonId person) {
        return reads.of(asker, person);
    }

    private void requireManager(Asker by) {
        permissions.check(by, MembershipRights.MANAGE_BODIES, Scope.PLATFORM);
    }

    private Body lock(Asker by, BodyId id) {
        requireManager(by);
        return bodies.lock(id.value()).orElseThrow(NotFound::new);
    }

    private void requireSector(@Nullable String code) {
        if (code != null && sectors.find(code).isEmpty()) {
            throw Refused.at("sector", "membership.refused.sector");
        }
    }

    private void record(Asker by, String act, UUID body, @Nullable String reason) {
        audit.record(AuditEntry.of(by, act, new AuditSubject(BODY, body)).because(reason));
    }
}
