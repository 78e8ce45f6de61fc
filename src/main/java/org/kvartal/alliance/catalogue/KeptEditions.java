package org.kvartal.alliance.catalogue;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.alliance.AllianceRights;
import org.kvartal.alliance.Catalogues;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EditionId;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** Which editions there are and who may have which, in PostgreSQL. */
@Component
class KeptEditions implements Catalogues {

    /** Somebody who waits for so many asks for no more. */
    private static final int MOST_WAITING = 3;

    private static final int MOST_ROWS = 100;

    private static final String EDITION = """
            SELECT id, filter, language, of_house, state, done, entries, pages, file, size, wanted_by, wanted_at, made_at
              FROM catalogue_edition
            """;

    private final JdbcClient jdbc;
    private final Permissions permissions;
    private final Directory directory;
    private final Files files;
    private final AuditTrail audit;
    private final Live live;
    private final ObjectProvider<SchedulerClient> jobs;
    private final Clock clock;

    KeptEditions(
            JdbcClient jdbc,
            Permissions permissions,
            Directory directory,
            Files files,
            AuditTrail audit,
            Live live,
            ObjectProvider<SchedulerClient> jobs,
            Clock clock) {
        this.jdbc = jdbc;
        this.permissions = permissions;
        this.directory = directory;
        this.files = files;
        this.audit = audit;
        this.live = live;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void make(Asker by, Wish wish) {
        PersonId person = by.requirePerson();
        if (wish.ofHouse()) {
            permissions.check(by, AllianceRights.STEWARD, Scope.PLATFORM);
        }
        if (exists(wish.id())) {
            return;
        }
        if (directory.facets(wish.filter()).total() == 0) {
            throw Refused.because("alliance.catalogue.refused-empty");
        }
        // One person's wishes come one after another, or two at once could pass the limit together.
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:person, 79))")
                .param("person", person.toString())
                .query(row -> {});
        if (waiting(person) >= MOST_WAITING) {
            throw Refused.because("alliance.catalogue.refused-waiting", MOST_WAITING);
        }
        int added = jdbc.sql("""
                INSERT INTO catalogue_edition (id, filter, language, of_house, state, wanted_by, wanted_at)
                VALUES (:id, :filter, :language, :ofHouse, 'WAITING', :person, :now)
                ON CONFLICT (id) DO NOTHING""")
                .param("id", wish.id().value())
                .param("filter", wish.filter().write())
                .param("language", wish.language().code())
                .param("ofHouse", wish.ofHouse())
                .param("person", person.value())
                .param("now", Columns.moment(clock.instant()))
                .update();
        if (added == 0) {
            return;
        }
        if (wish.ofHouse()) {
            audit.record(AuditEntry.of(
                    person,
                    "alliance.catalogue-wanted",
                    "alliance.edition",
                    wish.id().value()));
        }
        jobs.getObject()
                .scheduleIfNotExists(
                        CatalogueJobs.PRINT.instance(wish.id().toString()).build(), clock.instant());
        live.changed(Catalogues.topic());
    }

    private boolean exists(EditionId id) {
        return jdbc.sql("SELECT count(*) FROM catalogue_edition WHERE id = ?")
                        .param(id.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private long waiting(PersonId person) {
        return jdbc.sql(
                        "SELECT count(*) FROM catalogue_edition WHERE wanted_by = ? AND state IN ('WAITING', 'AT_WORK')")
                .param(person.value())
                .query(Long.class)
                .single();
    }

    @Override
    @Transactional
    public void discard(Asker by, EditionId id) {
        Edition edition = jdbc.sql(EDITION + "WHERE id = ?")
                .param(id.value())
                .query((row, _) -> edition(row, by.person().orElse(null)))
                .optional()
                .filter(found -> found.mine() && !found.ofHouse() || isSteward(by))
                .orElseThrow(NotFound::new);
        jdbc.sql("DELETE FROM catalogue_edition WHERE id = ?").param(id.value()).update();
        if (edition.file() != null) {
            files.remove(edition.file());
        }
        if (edition.ofHouse()) {
            audit.record(new AuditEntry(
                    by,
                    "alliance.catalogue-withdrawn",
                    new AuditSubject("alliance.edition", id.value()),
                    null,
                    null,
                    Map.of()));
        }
        live.changed(Catalogues.topic());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Edition> editions(Asker asker, int limit) {
        PersonId person = asker.person().orElse(null);
        if (person == null) {
            return List.of();
        }
        return jdbc.sql(EDITION + """
                WHERE wanted_by = :person OR (of_house AND (state = 'WHOLE' OR :steward))
                ORDER BY wanted_at DESC, id DESC
                LIMIT :limit""")
                .param("person", person.value())
                .param("steward", isSteward(asker))
                .param("limit", Math.clamp(limit, 1, MOST_ROWS))
                .query((row, _) -> edition(row, person))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Edition> last(Language language) {
        return jdbc.sql(EDITION + """
                WHERE of_house AND state = 'WHOLE' AND language = :language
                ORDER BY made_at DESC, id DESC
                LIMIT 1""")
                .param("language", language.code())
                .query((row, _) -> edition(row, null))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public String version() {
        return jdbc.sql("""
                SELECT coalesce(string_agg(id::text, ' ' ORDER BY language), '')
                  FROM (SELECT DISTINCT ON (language) id, language
                          FROM catalogue_edition
                         WHERE of_house AND state = 'WHOLE'
                         ORDER BY language, made_at DESC, id DESC) last""").query(String.class).single();
    }

    private boolean isSteward(Asker asker) {
        return permissions.has(asker, AllianceRights.STEWARD, Scope.PLATFORM);
    }

    private static Edition edition(ResultSet row, @Nullable PersonId asker) throws SQLException {
        UUID file = Columns.idOrNull(row, "file");
        return new Edition(
                new EditionId(Columns.id(row, "id")),
                filter(row.getString("filter")),
                Columns.language(row, "language"),
                row.getBoolean("of_house"),
                EditionState.valueOf(row.getString("state")),
                row.getInt("done"),
                row.getInt("entries"),
                row.getInt("pages"),
                file == null ? null : new FileId(file),
                row.getLong("size"),
                Columns.person(row, "wanted_by").equals(asker),
                Columns.moment(row, "wanted_at"),
                Columns.momentOrNull(row, "made_at"));
    }

    /** A filter as it stands in an address. */
    static DirectoryFilter filter(String query) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .forEach((name, values) -> parameters.put(
                        name,
                        values.stream()
                                .map(value -> URLDecoder.decode(value == null ? "" : value, StandardCharsets.UTF_8))
                                .toArray(String[]::new)));
        return DirectoryFilter.read(parameters);
    }
}
