package org.kvartal.bench;

import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Arrivals.Newcomer;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Places;
import org.kvartal.membership.RepresentationKind;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Fills a house with projects, missions and agreements, and with the people who read them. What is measured is reading: only whom they are about comes through the commands. */
@Component
final class MissionFilling {

    private static final ZoneId ZONE = ZoneId.of("Europe/Sofia");
    private static final int PARTIES = 40;
    private static final int WORDINGS = 50;

    private final Arrivals arrivals;
    private final Grants grants;
    private final Admissions admissions;
    private final Mandates mandates;
    private final Entries entries;
    private final Places places;
    private final JdbcClient jdbc;
    private final TransactionOperations together;
    private final Environment settings;
    private final Clock clock;

    MissionFilling(
            Arrivals arrivals,
            Grants grants,
            Admissions admissions,
            Mandates mandates,
            Entries entries,
            Places places,
            JdbcClient jdbc,
            TransactionOperations together,
            Environment settings,
            Clock clock) {
        this.arrivals = arrivals;
        this.grants = grants;
        this.admissions = admissions;
        this.mandates = mandates;
        this.entries = entries;
        this.places = places;
        this.jdbc = jdbc;
        this.together = together;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param visited how many of the missions, the newest, have visits */
    record Order(int projects, int missions, int visited, int agreements) {}

    record Filled(long projects, long rows, long missions, long visits, long agreements, long results) {}

    /** @param member who has to do with none of it */
    record Readers(Asker officer, Asker consultant, Asker client, Asker member) {}

    /** Fills a house that has nothing of it. */
    Readers fill(Order order) throws SQLException {
        Asker officer = person("Olga Officer", Role.OFFICER);
        Asker member = person("Mila Member", Role.MEMBER);
        Asker client = person("Ada Client", Role.MEMBER);
        List<PersonId> consultants = new ArrayList<>();
        for (int number = 0; number < order.projects / MissionRows.EACH; number++) {
            consultants.add(person("Consultant " + number, Role.MEMBER).requirePerson());
        }
        MemberId own = association("The client's association");
        mandates.give(
                Filling.IMPORT,
                new GivenMandate(
                        MandateId.next(), own, client.requirePerson(), RepresentationKind.DELEGATE, null, null));
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("projects", order.projects);
        parameters.put("missions", order.missions);
        parameters.put("visited", order.visited);
        parameters.put("agreements", order.agreements);
        parameters.put("officer", officer.requirePerson().value());
        parameters.put("client", own.value());
        parameters.put("consultants", consultants.stream().map(PersonId::value).toArray(UUID[]::new));
        parameters.put(
                "members", ids(number -> association("Association " + number).value()));
        parameters.put("entries", entries());
        parameters.put("texts", texts());
        together.executeWithoutResult(_ -> MissionRows.write(jdbc, parameters));
        Owner.analyze(settings, MissionRows.TABLES);
        return new Readers(officer, Asker.of(consultants.getFirst()), client, member);
    }

    Filled filled() {
        return new Filled(
                count("mentor_project"),
                count("log_row"),
                count("mission"),
                count("mission_slot"),
                count("agreement"),
                count("mission_result"));
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private Asker person(String name, Role role) {
        PersonId person = PersonId.next();
        arrivals.bring(Filling.IMPORT, new Newcomer(person, name, Language.EN, ZONE, null));
        grants.give(
                Filling.IMPORT,
                new Grant(person, role, Scope.PLATFORM, clock.instant().minusSeconds(60), null));
        return Asker.of(person);
    }

    private MemberId association(String name) {
        return admissions.admit(
                Filling.IMPORT,
                NewMember.of(MemberId.next(), MemberKind.ASSOCIATION, LocalizedText.of(Language.EN, name), null));
    }

    private UUID[] entries() {
        List<String> cities = places.all(Language.EN).stream()
                .map(Places.Place::code)
                .limit(PARTIES)
                .toList();
        return ids(number -> {
            EntryId id = EntryId.next();
            EntryContent content = EntryContent.of(
                            EntryKind.VENUE,
                            new Names(
                                    "Loom House " + number,
                                    "en",
                                    Map.of(
                                            Language.RU,
                                            "Дом ткачей " + number,
                                            Language.BG,
                                            "Къща на тъкачите " + number),
                                    List.of()))
                    .withLocations(List.of(Location.in(cities.get(number % cities.size()))));
            entries.make(Filling.IMPORT, NewEntry.of(id, EntryKind.VENUE, content));
            return id.value();
        });
    }

    private static UUID[] ids(IntFunction<UUID> made) {
        return IntStream.range(0, PARTIES).mapToObj(made).toArray(UUID[]::new);
    }

    private static String[] texts() {
        Random random = new Random(2_000);
        return Stream.generate(() -> Corpus.text(random, random.nextInt(WORDINGS)))
                .map(text -> text.substring(0, Math.min(text.length(), 800)))
                .limit(WORDINGS)
                .toArray(String[]::new);
    }
}
