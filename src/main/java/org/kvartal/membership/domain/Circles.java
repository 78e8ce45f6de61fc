package org.kvartal.membership.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.BodyRole;
import org.kvartal.membership.Circulars.Circle;
import org.kvartal.membership.Functions;
import org.kvartal.membership.RepresentationKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds who belongs at this moment and is meant by a letter to many. */
@Component
class Circles {

    private final List<Functions> functions;
    private final JdbcClient jdbc;
    private final House house;
    private final HouseClock days;
    private final Clock clock;

    Circles(List<Functions> functions, JdbcClient jdbc, House house, HouseClock days, Clock clock) {
        this.functions = functions;
        this.jdbc = jdbc;
        this.house = house;
        this.days = days;
        this.clock = clock;
    }

    /** What membership knows itself. It is asked of the same mandate whose organisation is meant, and of the same term in the body that is. */
    private enum Own {
        REPRESENTATIVES,
        PRIMARIES,
        DEPUTIES,
        DELEGATES,
        FINANCE,
        IN_BODIES,
        CHAIRS,
        CONVENERS;

        static @Nullable Own of(String code) {
            for (Own own : values()) {
                if (own.code().equals(code)) {
                    return own;
                }
            }
            return null;
        }

        String code() {
            return "membership." + Code.of(this);
        }

        /** By which mandates; null where it is not by one. */
        String @Nullable [] mandates() {
            return switch (this) {
                case REPRESENTATIVES -> names(RepresentationKind.values());
                case PRIMARIES -> names(RepresentationKind.PRIMARY);
                case DEPUTIES -> names(RepresentationKind.DEPUTY);
                case DELEGATES -> names(RepresentationKind.DELEGATE);
                case FINANCE -> names(RepresentationKind.FINANCE);
                case IN_BODIES, CHAIRS, CONVENERS -> null;
            };
        }

        /** By which terms in a body; null where it is not by one. */
        String @Nullable [] terms() {
            return switch (this) {
                case IN_BODIES -> names(BodyRole.values());
                case CHAIRS -> names(BodyRole.CHAIR);
                case CONVENERS -> names(BodyRole.CONVENER);
                case REPRESENTATIVES, PRIMARIES, DEPUTIES, DELEGATES, FINANCE -> null;
            };
        }

        private static String[] names(Enum<?>... meant) {
            return Arrays.stream(meant).map(Enum::name).toArray(String[]::new);
        }
    }

    /** The codes of all functions of modules in use. */
    List<String> functions() {
        List<String> codes =
                new ArrayList<>(Arrays.stream(Own.values()).map(Own::code).toList());
        house.inUse(functions).forEach(source -> codes.addAll(source.codes()));
        return codes;
    }

    /** @throws Refused where nobody knows the function any more */
    Set<PersonId> of(Circle circle) {
        String function = circle.function();
        @Nullable Own own = function == null ? null : Own.of(function);
        return jdbc.sql("""
                SELECT DISTINCT p.person FROM (
                       SELECT m.person, m.kind, m.place, NULL AS mandate FROM member m
                        WHERE m.person IS NOT NULL AND (m.ends_at IS NULL OR m.ends_at > :now)
                       UNION ALL
                       SELECT d.person, m.kind, m.place, d.kind FROM mandate d JOIN member m ON m.id = d.association
                        WHERE d.person IS NOT NULL AND d.from_day <= :today AND (d.to_day IS NULL OR d.to_day >= :today)
                          AND d.ended_at IS NULL AND (m.ends_at IS NULL OR m.ends_at > :now)) p
                  LEFT JOIN place c ON c.code = p.place
                 WHERE (:kind::text IS NULL OR p.kind = :kind)
                   AND (:place::text IS NULL OR p.place = :place)
                   AND (:country::text IS NULL OR c.country = :country)
                   AND (:mandates::text[] IS NULL OR p.mandate = ANY (:mandates))
                   AND (:body::uuid IS NULL AND :terms::text[] IS NULL OR p.person IN (
                        SELECT t.person FROM body_term t
                         WHERE (:body::uuid IS NULL OR t.body = :body) AND (:terms::text[] IS NULL OR t.role = ANY (:terms))
                           AND t.from_day <= :today AND (t.to_day IS NULL OR t.to_day >= :today)))
                   AND (:people::uuid[] IS NULL OR p.person = ANY (:people))
                """)
                .param("now", Columns.moment(clock.instant()))
                .param("today", days.today())
                .param("kind", circle.kind() == null ? null : circle.kind().name())
                .param("place", circle.place())
                .param("country", circle.country())
                .param("body", circle.body() == null ? null : circle.body().value())
                .param("mandates", own == null ? null : own.mandates())
                .param("terms", own == null ? null : own.terms())
                .param("people", function == null || own != null ? null : holders(function))
                .query((row, _) -> Columns.person(row, "person"))
                .set();
    }

    private UUID[] holders(String function) {
        return house.inUse(functions).stream()
                .filter(source -> source.codes().contains(function))
                .findFirst()
                .orElseThrow(() -> Refused.because("membership.refused.circular-function"))
                .holders(function)
                .stream()
                .map(PersonId::value)
                .toArray(UUID[]::new);
    }
}
