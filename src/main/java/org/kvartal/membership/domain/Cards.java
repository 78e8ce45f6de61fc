package org.kvartal.membership.domain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Registration;
import org.kvartal.membership.Visible;

/** Reads cards from rows of {@code member}. */
final class Cards {

    /** What a card needs, of a table called {@code m}. */
    static final String COLUMNS = " m.id, m.number, m.kind, m.name, m.person, m.place, m.sectors, m.admitted_at,"
            + " m.city_shown, m.sectors_shown ";

    private Cards() {}

    /** For the work of this module: the name in any case, the rest as everybody may see it. */
    static MemberCard card(ResultSet row) throws SQLException {
        return card(row, Visible.PUBLIC::equals);
    }

    /** What this asker may see; nothing of whoever hides their name from them. Takes {@code name_shown} too. */
    static Optional<MemberCard> shown(ResultSet row, Sight.Seen seen) throws SQLException {
        boolean sees = seen.sees(visible(row, "name_shown"), Columns.personOrNull(row, "person"));
        return sees ? Optional.of(card(row, seen)) : Optional.empty();
    }

    /** What this asker may see, where they see the name. */
    static MemberCard card(ResultSet row, Sight.Seen seen) throws SQLException {
        PersonId person = Columns.personOrNull(row, "person");
        return card(row, level -> seen.sees(level, person));
    }

    private static MemberCard card(ResultSet row, Predicate<Visible> sees) throws SQLException {
        return new MemberCard(
                new MemberId(Columns.id(row, "id")),
                row.getLong("number"),
                MemberKind.valueOf(row.getString("kind")),
                LocalizedText.stored(row.getString("name")),
                Columns.personOrNull(row, "person"),
                sees.test(visible(row, "city_shown")) ? row.getString("place") : null,
                sees.test(visible(row, "sectors_shown")) ? texts(row, "sectors") : List.of(),
                Columns.moment(row, "admitted_at"));
    }

    static Visible visible(ResultSet row, String column) throws SQLException {
        return Visible.valueOf(row.getString(column));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    static @Nullable LocalizedText textOrNull(ResultSet row, String column) throws SQLException {
        String json = row.getString(column);
        return json == null ? null : LocalizedText.stored(json);
    }

    static @Nullable Integer numberOrNull(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    static @Nullable Registration registration(ResultSet row) throws SQLException {
        String scheme = row.getString("registration_scheme");
        return scheme == null ? null : new Registration(scheme, row.getString("registration_number"));
    }
}
