package org.kvartal.advocacy.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.AdvocacyTopics;
import org.kvartal.advocacy.Endorsements;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who stands behind a recommendation. Its row is held meanwhile, so that nobody joins or leaves while its first letter goes out. */
@Component
@Transactional
class KeptEndorsements implements Endorsements {

    private final DecidingVoices voices;
    private final Members members;
    private final Places places;
    private final Permissions permissions;
    private final AdvocacyTrail trail;
    private final JdbcClient jdbc;
    private final Live live;
    private final AdvocacySight sight;
    private final HouseClock clock;

    KeptEndorsements(
            DecidingVoices voices,
            Members members,
            Places places,
            Permissions permissions,
            AdvocacyTrail trail,
            JdbcClient jdbc,
            Live live,
            AdvocacySight sight,
            HouseClock clock) {
        this.voices = voices;
        this.members = members;
        this.places = places;
        this.permissions = permissions;
        this.trail = trail;
        this.jdbc = jdbc;
        this.live = live;
        this.sight = sight;
        this.clock = clock;
    }

    @Override
    public void endorse(Asker by, RecommendationId id, @Nullable MemberId association) {
        PersonId person = by.requirePerson();
        @Nullable String country = null;
        if (association == null) {
            permissions.check(by, AdvocacyRights.ENDORSE, Scope.PLATFORM);
        } else {
            country = country(by, requireVoice(by, association));
        }
        hold(by, id);
        int given = jdbc.sql("""
                INSERT INTO endorsement (recommendation, person, association, country, given_at)
                VALUES (:id, :person, :association::uuid, :country, :now) ON CONFLICT DO NOTHING""")
                .param("id", id.value())
                .param("person", person.value())
                .param("association", association == null ? null : association.value())
                .param("country", country)
                .param("now", Columns.moment(clock.now()))
                .update();
        if (given > 0) {
            told(by, "advocacy.endorsed", id, association);
        }
    }

    @Override
    public void withdraw(Asker by, RecommendationId id, @Nullable MemberId association) {
        PersonId person = by.requirePerson();
        if (association != null) {
            requireVoice(by, association);
        }
        hold(by, id);
        int taken = jdbc.sql(
                        association == null
                                ? "DELETE FROM endorsement WHERE recommendation = :id AND association IS NULL AND person = :person"
                                : "DELETE FROM endorsement WHERE recommendation = :id AND association = :association")
                .param("id", id.value())
                .param("person", person.value())
                .param("association", association == null ? null : association.value())
                .update();
        if (taken > 0) {
            told(by, "advocacy.endorsement-withdrawn", id, association);
        }
    }

    /**
     * What somebody decides for an association takes more than to speak for it.
     *
     * @throws org.kvartal.kernel.Forbidden without a mandate
     */
    private MemberCard requireVoice(Asker by, MemberId association) {
        MemberCard voice = voices.require(by, association);
        if (voice.kind() != MemberKind.ASSOCIATION) {
            throw Refused.at("association", "advocacy.refused.partner");
        }
        return voice;
    }

    private @Nullable String country(Asker by, MemberCard association) {
        String city = members.find(by, association.id()).map(MemberCard::city).orElse(association.city());
        return city == null ? null : places.find(city).map(Place::country).orElse(null);
    }

    private void hold(Asker by, RecommendationId id) {
        RecommendationState state = jdbc.sql(
                        "SELECT r.state FROM recommendation r WHERE r.id = :id AND" + AdvocacySight.KNOWN + "FOR SHARE")
                .params(sight.values(by))
                .param("id", id.value())
                .query((row, _) -> Stored.code(row, "state", RecommendationState.class))
                .optional()
                .orElseThrow(NotFound::new);
        if (!state.endorsable()) {
            throw Refused.because("advocacy.refused.endorse-time");
        }
    }

    private void told(Asker by, String act, RecommendationId id, @Nullable MemberId association) {
        trail.recommendation(by, act, id, entry -> entry.onBehalfOf(association == null ? null : association.value()));
        live.changed(List.of(AdvocacyTopics.of(id), AdvocacyTopics.ALL));
    }
}
