package org.kvartal.advocacy.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.Following;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who follows what. */
@Component
@Transactional
class KeptFollowing implements Following {

    private final RecommendationReads recommendations;
    private final MeasureRepository measures;
    private final Permissions permissions;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    KeptFollowing(
            RecommendationReads recommendations,
            MeasureRepository measures,
            Permissions permissions,
            JdbcClient jdbc,
            HouseClock clock) {
        this.recommendations = recommendations;
        this.measures = measures;
        this.permissions = permissions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void follow(Asker by, RecommendationId recommendation) {
        PersonId person = requireReader(by);
        if (recommendations.of(by, List.of(recommendation)).isEmpty()) {
            throw new NotFound();
        }
        add(recommendation.value(), person);
    }

    @Override
    public void unfollow(Asker by, RecommendationId recommendation) {
        remove(recommendation.value(), by.requirePerson());
    }

    @Override
    public void follow(Asker by, MeasureId measure) {
        PersonId person = requireReader(by);
        if (measures.findById(measure.value()).isEmpty()) {
            throw new NotFound();
        }
        add(measure.value(), person);
    }

    @Override
    public void unfollow(Asker by, MeasureId measure) {
        remove(measure.value(), by.requirePerson());
    }

    private PersonId requireReader(Asker by) {
        permissions.check(by, AdvocacyRights.READ, Scope.PLATFORM);
        return by.requirePerson();
    }

    private void add(UUID subject, PersonId person) {
        jdbc.sql(
                        "INSERT INTO advocacy_follower (subject, person, since) VALUES (:subject, :person, :now) ON CONFLICT DO NOTHING")
                .param("subject", subject)
                .param("person", person.value())
                .param("now", Columns.moment(clock.now()))
                .update();
    }

    private void remove(UUID subject, PersonId person) {
        jdbc.sql("DELETE FROM advocacy_follower WHERE subject = :subject AND person = :person")
                .param("subject", subject)
                .param("person", person.value())
                .update();
    }

    /** All but whoever did it. */
    Set<PersonId> of(UUID subject, Asker actor) {
        Set<PersonId> people = new HashSet<>(jdbc.sql("SELECT person FROM advocacy_follower WHERE subject = :subject")
                .param("subject", subject)
                .query((row, _) -> Columns.person(row, "person"))
                .list());
        actor.person().ifPresent(people::remove);
        return people;
    }

    boolean follows(Asker asker, UUID subject) {
        return asker.person()
                .map(person -> jdbc.sql(
                                "SELECT EXISTS (SELECT FROM advocacy_follower WHERE subject = :subject AND person = :person)")
                        .param("subject", subject)
                        .param("person", person.value())
                        .query(Boolean.class)
                        .single())
                .orElse(false);
    }
}
