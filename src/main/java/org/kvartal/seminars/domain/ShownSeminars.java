package org.kvartal.seminars.domain;

import com.ibm.icu.text.Collator;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PlainText;
import org.kvartal.seminars.ProgrammeId;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.Seminars;
import org.kvartal.seminars.Seminars.DayCard;
import org.kvartal.seminars.Seminars.MySeminar;
import org.kvartal.seminars.Seminars.ProgrammeCard;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.kvartal.seminars.Seminars.SeminarFilter;
import org.kvartal.seminars.Seminars.SeminarKey;
import org.kvartal.seminars.Seminars.SeminarList;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Seminars as pages show them. */
@Component
@Transactional(readOnly = true)
class ShownSeminars implements Seminars {

    private static final int MOST_BETWEEN = 1_000;
    private static final int MOST_MINE = 100;

    private static final String WORDED = " AND EXISTS (SELECT FROM jsonb_each_text(s.title -> 'texts') t"
            + " WHERE t.value ILIKE '%' || :text || '%')";

    private static final Pattern MARKS = Pattern.compile("([\\\\%_])");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,80}");

    private final SeminarReads reads;
    private final PageReads pages;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    ShownSeminars(SeminarReads reads, PageReads pages, JdbcClient jdbc, HouseClock clock) {
        this.reads = reads;
        this.pages = pages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public SeminarList list(Asker asker, SeminarFilter filter, @Nullable SeminarKey after, int limit) {
        String text = MARKS.matcher(PlainText.line(filter.text())).replaceAll("\\\\$1");
        ProgrammeId programme = filter.programme();
        record Row(SeminarCard card, SeminarKey key) {}
        List<Row> rows = reads.cards(asker, narrowed(filter, text, after))
                .param("now", Columns.moment(clock.now()))
                .param("programme", programme == null ? null : programme.value())
                .param("topic", filter.topic())
                .param("text", text)
                .param("startsAt", after == null ? null : Columns.moment(after.startsAt()))
                .param("after", after == null ? null : after.seminar().value())
                .param("limit", limit + 1)
                .query((row, _) -> {
                    SeminarCard card = SeminarReads.card(row);
                    return new Row(card, new SeminarKey(Columns.moment(row, "starts_at"), card.id()));
                })
                .list();
        boolean more = rows.size() > limit;
        List<Row> shown = more ? rows.subList(0, limit) : rows;
        return new SeminarList(
                shown.stream().map(Row::card).toList(), more ? shown.getLast().key() : null);
    }

    /** Only what is asked for stands in the query: what might be asked for as well keeps it from an index. */
    private static String narrowed(SeminarFilter filter, String text, @Nullable SeminarKey after) {
        return (filter.over() ? " AND s.ends_at <= :now" : " AND s.ends_at > :now")
                + (filter.programme() == null ? "" : " AND s.programme = :programme")
                + (filter.topic() == null ? "" : " AND :topic = ANY (s.topics)")
                + (text.isEmpty() ? "" : WORDED)
                + (after == null
                        ? ""
                        : " AND (s.starts_at, s.id) " + (filter.over() ? "<" : ">") + " (:startsAt, :after)")
                + (filter.over() ? " ORDER BY s.starts_at DESC, s.id DESC" : " ORDER BY s.starts_at, s.id")
                + " LIMIT :limit";
    }

    @Override
    public List<DayCard> between(Asker asker, Instant from, Instant to) {
        record Row(SeminarId seminar, Day day, int number) {}
        List<Row> rows = jdbc.sql("""
            SELECT * FROM seminar_day WHERE starts_at < :to AND ends_at > :from ORDER BY starts_at, id LIMIT :limit""")
                .param("from", Columns.moment(from))
                .param("to", Columns.moment(to))
                .param("limit", MOST_BETWEEN)
                .query((row, _) ->
                        new Row(Stored.seminar(row, "seminar"), SeminarRows.day(row, "id"), row.getInt("number")))
                .list();
        Map<SeminarId, SeminarCard> cards =
                reads.of(asker, rows.stream().map(Row::seminar).collect(Collectors.toSet()));
        return rows.stream()
                .filter(row -> cards.containsKey(row.seminar()))
                .map(row -> new DayCard(Objects.requireNonNull(cards.get(row.seminar())), row.day(), row.number()))
                .toList();
    }

    @Override
    public Optional<SeminarPage> find(Asker asker, String slug) {
        return SLUG.matcher(slug).matches() ? pages.page(asker, slug) : Optional.empty();
    }

    @Override
    public Map<SeminarId, SeminarCard> cards(Asker asker, Collection<SeminarId> ids) {
        return reads.of(asker, ids);
    }

    @Override
    public List<MySeminar> mine(Asker asker) {
        if (asker.person().isEmpty()) {
            return List.of();
        }
        record Row(SeminarId seminar, RegistrationId registration, RegistrationState state) {}
        List<Row> rows = jdbc.sql("""
            SELECT * FROM seminar_registration WHERE person = :person AND state NOT IN ('EXPIRED', 'WITHDRAWN', 'DECLINED')
             ORDER BY made_at DESC, id LIMIT :limit""")
                .param("person", asker.requirePerson().value())
                .param("limit", MOST_MINE)
                .query((row, _) -> new Row(
                        Stored.seminar(row, "seminar"),
                        new RegistrationId(Columns.id(row, "id")),
                        Stored.code(row, "state", RegistrationState.class)))
                .list();
        Map<SeminarId, SeminarCard> cards =
                reads.of(asker, rows.stream().map(Row::seminar).collect(Collectors.toSet()));
        return rows.stream()
                .filter(row -> cards.containsKey(row.seminar()))
                .map(row -> new MySeminar(
                        Objects.requireNonNull(cards.get(row.seminar())), row.registration(), row.state()))
                .toList();
    }

    @Override
    public List<SeminarCard> led(Asker asker) {
        if (asker.person().isEmpty()) {
            return List.of();
        }
        return reads.cards(
                        asker,
                        "AND s.state <> 'ARCHIVED' AND s.id IN (SELECT seminar FROM seminar_trainer WHERE person ="
                                + " :asker) ORDER BY s.starts_at, s.id LIMIT :limit")
                .param("limit", MOST_MINE)
                .query((row, _) -> SeminarReads.card(row))
                .list();
    }

    @Override
    public List<ProgrammeCard> programmes(Language language) {
        Collator order = Collator.getInstance(language.locale());
        return jdbc
                .sql("SELECT * FROM seminar_programme ORDER BY made_at, id")
                .query((row, _) -> SeminarReads.programme(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(card -> card.name().in(language), order::compare))
                .toList();
    }
}
