package org.kvartal.membership.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MembershipRights;
import org.kvartal.membership.Places;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The places in their table. */
@Component
@Transactional(readOnly = true)
class KeptPlaces implements Places {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int CODE_LENGTH = 60;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Permissions permissions;
    private final AuditTrail audit;

    KeptPlaces(JdbcClient jdbc, JsonMapper json, Permissions permissions, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.permissions = permissions;
        this.audit = audit;
    }

    @Override
    public List<Place> all(Language language) {
        Comparator<String> alphabet = Alphabet.of(language);
        return jdbc.sql("SELECT * FROM place").query(KeptPlaces::place).list().stream()
                .sorted(Comparator.comparing(place -> place.name().in(language), alphabet))
                .toList();
    }

    @Override
    public Optional<Place> find(String code) {
        return Optional.ofNullable(find(List.of(code)).get(code));
    }

    @Override
    public Map<String, Place> find(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("SELECT * FROM place WHERE code = ANY (:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(KeptPlaces::place)
                .list()
                .stream()
                .collect(Collectors.toMap(Place::code, Function.identity()));
    }

    @Override
    @Transactional
    public void keep(Asker by, Place place) {
        permissions.check(by, MembershipRights.MANAGE_PLACES, Scope.PLATFORM);
        check(place);
        jdbc.sql("""
                INSERT INTO place (code, name, country, latitude, longitude, zone)
                VALUES (:code, :name::jsonb, :country, :latitude, :longitude, :zone)
                ON CONFLICT (code) DO UPDATE
                   SET name = excluded.name, country = excluded.country, latitude = excluded.latitude,
                       longitude = excluded.longitude, zone = excluded.zone
                """)
                .param("code", place.code())
                .param("name", json.writeValueAsString(place.name().asLine()))
                .param("country", place.country())
                .param("latitude", place.latitude())
                .param("longitude", place.longitude())
                .param("zone", place.zone().getId())
                .update();
        audit.record(AuditEntry.of(
                by, "membership.place-kept", new AuditSubject(AuditedRows.PLACE, AuditedRows.placeId(place.code()))));
    }

    /** The zone of a place; another one where it is not known. */
    ZoneId zone(@Nullable String code, ZoneId otherwise) {
        return code == null ? otherwise : find(code).map(Place::zone).orElse(otherwise);
    }

    private static void check(Place place) {
        if (place.code().length() > CODE_LENGTH || !CODE.matcher(place.code()).matches()) {
            throw Refused.at("code", "membership.refused.place-code", CODE_LENGTH);
        }
        if (place.name().texts().values().stream().anyMatch(name -> name.length() > Entered.NAME_LENGTH)) {
            throw Refused.at("name", "kernel.refused.too-long", Entered.NAME_LENGTH);
        }
        if (Arrays.stream(Locale.getISOCountries()).noneMatch(place.country()::equals)) {
            throw Refused.at("country", "membership.refused.country");
        }
        if (!(Math.abs(place.latitude()) <= 90)) {
            throw Refused.at("latitude", "membership.refused.latitude");
        }
        if (!(Math.abs(place.longitude()) <= 180)) {
            throw Refused.at("longitude", "membership.refused.longitude");
        }
    }

    private static Place place(ResultSet row, int index) throws SQLException {
        return new Place(
                row.getString("code"),
                LocalizedText.stored(row.getString("name")),
                row.getString("country"),
                row.getDouble("latitude"),
                row.getDouble("longitude"),
                ZoneId.of(row.getString("zone")));
    }
}
