package org.kvartal.pages.domain;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.pages.PagesRights;
import org.kvartal.pages.StandingPage;
import org.kvartal.pages.StandingPages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the texts of the standing pages, each under its version. */
@Component
@Transactional
class KeptStandingPages implements StandingPages {

    static final String PAGE = "pages.page";

    private static final String ROWS = "SELECT page, version, text, changed_at, changed_by FROM standing_page";

    private final JdbcClient jdbc;
    private final People people;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final FootOfPages foot;
    private final HouseClock clock;

    KeptStandingPages(
            JdbcClient jdbc,
            People people,
            Permissions permissions,
            AuditTrail audit,
            FootOfPages foot,
            HouseClock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.permissions = permissions;
        this.audit = audit;
        this.foot = foot;
        this.clock = clock;
    }

    /** A page in the audit trail. */
    static UUID id(StandingPage page) {
        return UUID.nameUUIDFromBytes(("kvartal page " + page.name()).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<WrittenPage> find(StandingPage page) {
        return jdbc.sql(ROWS + " WHERE page = ?").param(page.name()).query((row, _) -> row(row)).list().stream()
                .flatMap(Row::written)
                .findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<WrittenPage> written() {
        return rows().stream().flatMap(Row::written).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<PageLine> all(Asker by) {
        permissions.check(by, PagesRights.WRITE, Scope.PLATFORM);
        Map<StandingPage, Row> rows = new EnumMap<>(StandingPage.class);
        rows().forEach(row -> rows.put(row.page(), row));
        Map<PersonId, PersonCard> cards = people.cards(rows.values().stream()
                .map(Row::by)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return Arrays.stream(StandingPage.values())
                .map(page -> Optional.ofNullable(rows.get(page))
                        .map(row -> row.line(cards))
                        .orElseGet(() -> new PageLine(page, 0, null, null, null)))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public PageLine look(Asker by, StandingPage page) {
        return all(by).stream().filter(line -> line.page() == page).findFirst().orElseThrow();
    }

    @Override
    public void write(Asker by, StandingPage page, long seen, @Nullable LocalizedText text) {
        permissions.check(by, PagesRights.WRITE, Scope.PLATFORM);
        LocalizedText kept = Typed.text("text", text, TEXT_LENGTH);
        int written = jdbc.sql("""
                INSERT INTO standing_page AS p (page, version, text, changed_at, changed_by)
                VALUES (:page, 1, :text::jsonb, :now, :by)
                ON CONFLICT (page) DO UPDATE
                   SET version = p.version + 1, text = EXCLUDED.text, changed_at = EXCLUDED.changed_at, changed_by = EXCLUDED.changed_by
                 WHERE p.version = :seen""")
                .param("page", page.name())
                .param("text", kept == null ? null : JsonMapper.shared().writeValueAsString(kept))
                .param("now", Columns.moment(clock.now()))
                .param("by", by.person().map(PersonId::value).orElse(null))
                .param("seen", seen)
                .update();
        if (written == 0) {
            throw Refused.because(PagesRights.CHANGED);
        }
        record(by, kept == null ? "pages.page-taken-away" : "pages.page-written", page);
        foot.changed();
    }

    private void record(Asker by, String act, StandingPage page) {
        audit.record(AuditEntry.of(by, act, new AuditSubject(PAGE, id(page))));
    }

    private List<Row> rows() {
        return jdbc.sql(ROWS).query((row, _) -> row(row)).list().stream()
                .sorted(Comparator.comparing(Row::page))
                .toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        String text = row.getString("text");
        return new Row(
                StandingPage.valueOf(row.getString("page")),
                row.getLong("version"),
                text == null ? null : LocalizedText.stored(text),
                Columns.moment(row, "changed_at"),
                Columns.personOrNull(row, "changed_by"));
    }

    private record Row(
            StandingPage page,
            long version,
            @Nullable LocalizedText text,
            Instant changed,
            @Nullable PersonId by) {

        Stream<WrittenPage> written() {
            return text == null ? Stream.empty() : Stream.of(new WrittenPage(page, version, text, changed));
        }

        PageLine line(Map<PersonId, PersonCard> cards) {
            return new PageLine(page, version, text, changed, by == null ? null : cards.get(by));
        }
    }
}
