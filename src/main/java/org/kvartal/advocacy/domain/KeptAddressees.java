package org.kvartal.advocacy.domain;

import com.ibm.icu.text.Collator;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.Addressees;
import org.kvartal.advocacy.Addressees.AddresseeContent;
import org.kvartal.advocacy.Addressees.AddresseeLine;
import org.kvartal.advocacy.Addressees.Holder;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.AdvocacyTopics;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.live.Live;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** To whom it may be written, and who held each post when. */
@Component
@Transactional
class KeptAddressees implements Addressees {

    /** The most entries of the directory that a text may name. */
    private static final int MOST_NAMED = 200;

    private final AddresseeRepository addressees;
    private final Directory directory;
    private final Permissions permissions;
    private final AdvocacySight sight;
    private final AdvocacyTrail trail;
    private final JdbcClient jdbc;
    private final Live live;
    private final HouseClock clock;

    KeptAddressees(
            AddresseeRepository addressees,
            Directory directory,
            Permissions permissions,
            AdvocacySight sight,
            AdvocacyTrail trail,
            JdbcClient jdbc,
            Live live,
            HouseClock clock) {
        this.addressees = addressees;
        this.directory = directory;
        this.permissions = permissions;
        this.sight = sight;
        this.trail = trail;
        this.jdbc = jdbc;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public void enter(Asker by, AddresseeId id, AddresseeContent content) {
        permissions.check(by, AdvocacyRights.KEEP_ADDRESSEES, Scope.PLATFORM);
        if (addressees.existsById(id.value())) {
            return;
        }
        requirePublic(content.entry());
        addressees.saveAndFlush(Addressee.enter(id, content, clock.now()));
        holder(id, content.holder());
        trail.addressee(by, "advocacy.addressee-entered", id);
        live.changed(AdvocacyTopics.ALL);
    }

    @Override
    public void change(Asker by, AddresseeId id, long version, AddresseeContent content) {
        Addressee addressee = lock(by, id);
        requirePublic(content.entry());
        if (!content.entry().equals(addressee.entry()) && wasWrittenTo(id)) {
            throw Refused.at("entry", "advocacy.refused.entry-written-to");
        }
        addressee.change(version, content);
        addressees.saveAndFlush(addressee);
        holder(id, content.holder());
        trail.addressee(by, "advocacy.addressee-changed", id);
        live.changed(AdvocacyTopics.ALL);
    }

    @Override
    public void close(Asker by, AddresseeId id, long version) {
        Addressee addressee = lock(by, id);
        addressee.close(version, clock.now());
        addressees.saveAndFlush(addressee);
        trail.addressee(by, "advocacy.addressee-closed", id);
        live.changed(AdvocacyTopics.ALL);
    }

    private Addressee lock(Asker by, AddresseeId id) {
        permissions.check(by, AdvocacyRights.KEEP_ADDRESSEES, Scope.PLATFORM);
        return addressees.lock(id.value()).orElseThrow(NotFound::new);
    }

    private void requirePublic(EntryId entry) {
        if (directory.cards(List.of(entry)).isEmpty()) {
            throw Refused.at("entry", "advocacy.refused.entry");
        }
    }

    private boolean wasWrittenTo(AddresseeId id) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM dispatch WHERE addressee = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private void holder(AddresseeId id, String typed) {
        String name = Typed.line("holder", typed, TEXT_LENGTH);
        Optional<String> before = jdbc.sql("SELECT name FROM addressee_holder WHERE addressee = :id AND until IS NULL")
                .param("id", id.value())
                .query(String.class)
                .optional();
        if (before.orElse("").equals(name)) {
            return;
        }
        LocalDate today = clock.today();
        jdbc.sql("UPDATE addressee_holder SET until = :today WHERE addressee = :id AND until IS NULL")
                .param("id", id.value())
                .param("today", today)
                .update();
        if (!name.isEmpty()) {
            jdbc.sql("INSERT INTO addressee_holder (addressee, name, since) VALUES (:id, :name, :today)")
                    .param("id", id.value())
                    .param("name", name)
                    .param("today", today)
                    .update();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<AddresseeLine> search(Asker asker, String typed, Language language, int limit) {
        permissions.check(asker, AdvocacyRights.READ, Scope.PLATFORM);
        String text = PlainText.line(typed);
        Collator order = Collator.getInstance(language.locale());
        return lines(
                        asker,
                        jdbc.sql("""
                        SELECT * FROM addressee
                         WHERE closed_at IS NULL
                           AND (:text = '' OR unit ILIKE :part OR post ILIKE :part OR entry = ANY (:entries))
                         ORDER BY made_at DESC, id DESC LIMIT :limit""")
                                .param("text", text)
                                .param("part", Columns.containing(text))
                                .param("entries", text.isEmpty() ? new UUID[0] : named(text, language))
                                .param("limit", limit))
                .stream()
                .sorted(Comparator.comparing(line -> line.name().in(language), order))
                .toList();
    }

    /** The directory knows names in every language and script. */
    private UUID[] named(String text, Language language) {
        return directory.search(DirectoryFilter.ALL.withText(text), language, null, MOST_NAMED).entries().stream()
                .map(card -> card.id().value())
                .toArray(UUID[]::new);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<AddresseeId, AddresseeLine> cards(Asker asker, Collection<AddresseeId> ids) {
        permissions.check(asker, AdvocacyRights.READ, Scope.PLATFORM);
        return lines(
                        asker,
                        jdbc.sql("SELECT * FROM addressee WHERE id = ANY (:ids)")
                                .param(
                                        "ids",
                                        ids.stream().map(AddresseeId::value).toArray(UUID[]::new)))
                .stream()
                .collect(Collectors.toMap(AddresseeLine::id, line -> line));
    }

    private record Row(AddresseeId id, AddresseeContent content, boolean inUse, long version) {}

    private List<AddresseeLine> lines(Asker asker, StatementSpec query) {
        boolean keeps = sight.has(asker, AdvocacyRights.KEEP_ADDRESSEES);
        List<Row> rows = query.query((row, _) -> new Row(
                        new AddresseeId(Columns.id(row, "id")),
                        new AddresseeContent(
                                new EntryId(Columns.id(row, "entry")),
                                row.getString("unit"),
                                row.getString("post"),
                                "",
                                keeps ? row.getString("email") : "",
                                row.getString("address"),
                                Columns.language(row, "language"),
                                ZoneId.of(row.getString("zone")),
                                row.getInt("reply_days")),
                        Columns.momentOrNull(row, "closed_at") == null,
                        row.getLong("version")))
                .list();
        Map<EntryId, EntryCard> cards =
                directory.cards(rows.stream().map(row -> row.content().entry()).collect(Collectors.toSet()));
        Map<AddresseeId, List<Holder>> holders = keeps ? holders(rows) : Map.of();
        return rows.stream()
                .map(row -> line(row, cards.get(row.content().entry()), holders.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static AddresseeLine line(Row row, @Nullable EntryCard card, List<Holder> holders) {
        AddresseeContent content = row.content();
        String now = holders.stream()
                .filter(holder -> holder.until() == null)
                .map(Holder::name)
                .findFirst()
                .orElse("");
        return new AddresseeLine(
                row.id(),
                card == null ? null : card.slug(),
                card == null ? Names.of(content.unit(), content.language().code()) : card.names(),
                new AddresseeContent(
                        content.entry(),
                        content.unit(),
                        content.post(),
                        now,
                        content.email(),
                        content.address(),
                        content.language(),
                        content.zone(),
                        content.replyDays()),
                holders,
                row.inUse(),
                row.version());
    }

    private Map<AddresseeId, List<Holder>> holders(List<Row> rows) {
        Map<AddresseeId, List<Holder>> holders = new HashMap<>();
        jdbc.sql(
                        "SELECT * FROM addressee_holder WHERE addressee = ANY (:ids) ORDER BY since DESC, until DESC NULLS FIRST")
                .param("ids", rows.stream().map(row -> row.id().value()).toArray(UUID[]::new))
                .query(row -> {
                    holders.computeIfAbsent(new AddresseeId(Columns.id(row, "addressee")), _ -> new ArrayList<>())
                            .add(new Holder(
                                    row.getString("name"), Stored.day(row, "since"), Stored.dayOrNull(row, "until")));
                });
        return holders;
    }
}
