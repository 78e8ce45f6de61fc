package org.kvartal.missions.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.Rosters;
import org.kvartal.missions.Rosters.Emergency;
import org.kvartal.missions.Rosters.EmergencyLine;
import org.kvartal.missions.Rosters.TravellerContent;
import org.kvartal.missions.Rosters.TravellerLine;
import org.kvartal.missions.TravellerId;
import org.kvartal.missions.TravellerPart;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The people of delegations. Whom to call stands apart, and is read by one query alone. */
@Component
class Travellers {

    private final JdbcClient jdbc;
    private final MissionClock clock;

    Travellers(JdbcClient jdbc, MissionClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who is not among them travels no more. The caller holds the mission. */
    @Transactional(propagation = Propagation.MANDATORY)
    void replace(DelegationId delegation, List<TravellerContent> wished) {
        if (wished.size() > Rosters.MOST_TRAVELLERS) {
            throw Refused.because("missions.refused.too-many", Rosters.MOST_TRAVELLERS);
        }
        List<TravellerContent> kept = new ArrayList<>();
        Set<TravellerId> ids = new HashSet<>();
        for (int i = 0; i < wished.size(); i++) {
            kept.add(checked("travellers." + i + ".", wished.get(i)));
            ids.add(wished.get(i).id());
        }
        if (ids.size() < kept.size()) {
            throw Refused.because("missions.refused.twice");
        }
        jdbc.sql("DELETE FROM traveller WHERE delegation = :delegation AND NOT id = ANY (:ids)")
                .param("delegation", delegation.value())
                .param("ids", ids.stream().map(TravellerId::value).toArray(UUID[]::new))
                .update();
        for (int i = 0; i < kept.size(); i++) {
            put(delegation, i, kept.get(i));
        }
    }

    private TravellerContent checked(String at, TravellerContent one) {
        Emergency emergency = one.emergency();
        return new TravellerContent(
                one.id(),
                Typed.requiredLine(at + "name", one.name(), Rosters.NAME_LENGTH),
                one.part(),
                Typed.line(at + "role", one.role(), Rosters.LINE_LENGTH),
                one.email().isBlank() ? "" : email(at + "email", one.email()),
                Typed.phone(at + "phone", one.phone()),
                Typed.line(at + "languages", one.languages(), Rosters.LINE_LENGTH),
                Typed.line(at + "needs", one.needs(), Rosters.LINE_LENGTH),
                one.document() == null ? null : Typed.day(at + "document", one.document(), clock.today()),
                emergency == null
                        ? null
                        : new Emergency(
                                Typed.line(at + "emergencyName", emergency.name(), Rosters.NAME_LENGTH),
                                Typed.phone(at + "emergencyPhone", emergency.phone())));
    }

    private static String email(String field, String typed) {
        try {
            return EmailAddress.of(typed).value();
        } catch (Refused malformed) {
            throw Refused.at(field, malformed.key());
        }
    }

    private void put(DelegationId delegation, int place, TravellerContent one) {
        int put = jdbc.sql("""
                INSERT INTO traveller (id, delegation, place, name, part, role, email, phone, languages, needs, document)
                VALUES (:id, :delegation, :place, :name, :part, :role, :email, :phone, :languages, :needs, :document::date)
                ON CONFLICT (id) DO UPDATE
                   SET place = excluded.place, name = excluded.name, part = excluded.part, role = excluded.role, email = excluded.email,
                       phone = excluded.phone, languages = excluded.languages, needs = excluded.needs, document = excluded.document
                 WHERE traveller.delegation = excluded.delegation""")
                .param("id", one.id().value())
                .param("delegation", delegation.value())
                .param("place", place)
                .param("name", one.name())
                .param("part", one.part().name())
                .param("role", one.role())
                .param("email", one.email())
                .param("phone", one.phone())
                .param("languages", one.languages())
                .param("needs", one.needs())
                .param("document", one.document())
                .update();
        if (put == 0) {
            // The id of somebody who travels with others.
            throw Refused.because("missions.refused.twice");
        }
        call(one.id(), one.emergency());
    }

    /** @param emergency null leaves what was said before; without a telephone number it takes it back */
    private void call(TravellerId id, @Nullable Emergency emergency) {
        if (emergency == null) {
            return;
        }
        if (emergency.phone().isEmpty()) {
            jdbc.sql("DELETE FROM traveller_emergency WHERE traveller = :id")
                    .param("id", id.value())
                    .update();
            return;
        }
        jdbc.sql("""
                INSERT INTO traveller_emergency (traveller, name, phone) VALUES (:id, :name, :phone)
                ON CONFLICT (traveller) DO UPDATE SET name = excluded.name, phone = excluded.phone""")
                .param("id", id.value())
                .param("name", emergency.name())
                .param("phone", emergency.phone())
                .update();
    }

    /** Without whom to call. */
    List<TravellerLine> of(DelegationId delegation) {
        return jdbc.sql("""
                SELECT t.*, EXISTS (SELECT FROM traveller_emergency e WHERE e.traveller = t.id) AS emergency
                  FROM traveller t WHERE t.delegation = :delegation ORDER BY t.place, t.id""")
                .param("delegation", delegation.value())
                .query((row, _) -> new TravellerLine(
                        new TravellerContent(
                                new TravellerId(Columns.id(row, "id")),
                                row.getString("name"),
                                Stored.code(row, "part", TravellerPart.class),
                                row.getString("role"),
                                row.getString("email"),
                                row.getString("phone"),
                                row.getString("languages"),
                                row.getString("needs"),
                                Stored.dayOrNull(row, "document"),
                                null),
                        row.getBoolean("emergency")))
                .list();
    }

    /** For the coordinator alone; the caller has seen to that. */
    List<EmergencyLine> emergencies(MissionId mission) {
        return jdbc.sql("""
                SELECT d.name AS delegation, t.name AS traveller, e.name, e.phone
                  FROM traveller_emergency e JOIN traveller t ON t.id = e.traveller JOIN delegation d ON d.id = t.delegation
                 WHERE d.mission = :mission ORDER BY d.made_at, d.id, t.place, t.id""")
                .param("mission", mission.value())
                .query((row, _) -> new EmergencyLine(
                        row.getString("delegation"),
                        row.getString("traveller"),
                        new Emergency(row.getString("name"), row.getString("phone"))))
                .list();
    }

    /** Forgets all of a mission's travellers but who they were: whom to call, how they are reached, their documents and needs. */
    @Transactional(propagation = Propagation.MANDATORY)
    void purge(MissionId mission) {
        jdbc.sql("""
                DELETE FROM traveller_emergency WHERE traveller IN (
                       SELECT t.id FROM traveller t JOIN delegation d ON d.id = t.delegation WHERE d.mission = :mission)""").param("mission", mission.value()).update();
        jdbc.sql("""
                UPDATE traveller SET email = '', phone = '', needs = '', document = NULL
                 WHERE delegation IN (SELECT id FROM delegation WHERE mission = :mission)""").param("mission", mission.value()).update();
    }
}
