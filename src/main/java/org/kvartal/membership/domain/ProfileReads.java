package org.kvartal.membership.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.Members.MemberProfile;
import org.kvartal.membership.Members.Shown;
import org.kvartal.membership.Visible;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a member's page as one asker may see it. */
@Component
@Transactional(readOnly = true)
class ProfileReads {

    private final JdbcClient jdbc;
    private final Sight sight;
    private final MandateReads mandates;
    private final HouseClock day;

    ProfileReads(JdbcClient jdbc, Sight sight, MandateReads mandates, HouseClock day) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.mandates = mandates;
        this.day = day;
    }

    Optional<MemberProfile> profile(Asker asker, long number) {
        Sight.Seen seen = sight.of(asker);
        return jdbc.sql("SELECT m.* FROM member m WHERE m.number = :number")
                .param("number", number)
                .query((row, _) -> maySee(row, seen) ? profile(row, seen, asker) : null)
                .optional();
    }

    /** Who has left is seen by the office and by themselves; a person who hides their name, too. */
    private boolean maySee(ResultSet row, Sight.Seen seen) throws SQLException {
        PersonId person = Columns.personOrNull(row, "person");
        boolean own = person != null && person.equals(seen.person());
        Instant ends = Columns.momentOrNull(row, "ends_at");
        boolean left = ends != null && !ends.isAfter(day.now());
        return own || seen.manages() || (!left && seen.sees(Cards.visible(row, "name_shown"), person));
    }

    private MemberProfile profile(ResultSet row, Sight.Seen seen, Asker asker) throws SQLException {
        MemberCard card = Cards.card(row, seen);
        PersonId person = card.person();
        boolean self = person != null && person.equals(seen.person());
        boolean organisation = card.kind().organisation();
        boolean primary = organisation && !seen.manages() && mandates.isPrimary(asker, card.id());
        Instant ends = Columns.momentOrNull(row, "ends_at");
        boolean left = ends != null && !ends.isAfter(day.now());
        boolean mayChange = !left && (self || primary || seen.manages());
        boolean office = self || primary || seen.manages();
        return new MemberProfile(
                card,
                row.getLong("version"),
                row.getString("own_name"),
                seen(row, "city_shown", person, seen) ? row.getString("city") : "",
                seen(row, "about_shown", person, seen) ? row.getString("website") : "",
                seen(row, "about_shown", person, seen) ? Cards.textOrNull(row, "about") : null,
                seen(row, "contact_shown", person, seen) ? row.getString("contact") : "",
                Cards.registration(row),
                Cards.numberOrNull(row, "founded"),
                Cards.numberOrNull(row, "size"),
                Columns.momentOrNull(row, "confirmed_at") != null,
                office || left ? ends : null,
                left,
                !organisation && (self || seen.manages()) ? shown(row) : null,
                mayChange,
                !left && organisation && (primary || seen.mandates()),
                !left && ends == null && (self || (organisation && mandates.isPrimary(asker, card.id()))),
                !left && seen.manages() && !self);
    }

    private static boolean seen(ResultSet row, String column, @Nullable PersonId person, Sight.Seen seen)
            throws SQLException {
        return seen.sees(Cards.visible(row, column), person);
    }

    private static Shown shown(ResultSet row) throws SQLException {
        Visible name = Cards.visible(row, "name_shown");
        return new Shown(
                name,
                Cards.visible(row, "city_shown"),
                Cards.visible(row, "sectors_shown"),
                Cards.visible(row, "about_shown"),
                Cards.visible(row, "contact_shown"));
    }
}
