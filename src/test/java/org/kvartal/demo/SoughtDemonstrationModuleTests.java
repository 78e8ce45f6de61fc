package org.kvartal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.Addressees;
import org.kvartal.advocacy.Addressees.AddresseeLine;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryId;
import org.kvartal.forum.ForumPages;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.kvartal.missions.MissionPages;
import org.kvartal.search.Search;
import org.kvartal.search.Search.Found;
import org.kvartal.search.Search.Hit;
import org.kvartal.search.Search.Order;
import org.kvartal.search.Search.Question;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.kvartal.seminars.SeminarPages;
import org.kvartal.testing.SettledSearch;
import org.kvartal.trace.TraceSubject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** In a house with some of everything, everybody finds exactly what they may open: as each module says it, not as the search does. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, extraIncludes = "search")
@TestPropertySource(properties = "kvartal.demo=true")
class SoughtDemonstrationModuleTests {

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    @Autowired
    Search search;

    @Autowired
    ObjectProvider<SearchSource> sources;

    @Autowired
    ObjectProvider<TraceSubject> subjects;

    @Autowired
    Members members;

    @Autowired
    Directory directory;

    @Autowired
    Addressees addressees;

    @Autowired
    Permissions permissions;

    @Autowired
    Arrivals arrivals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void theStoryHasBeenToldAndRead() {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> jdbc.sql("SELECT EXISTS (SELECT FROM demonstration WHERE done_at IS NOT NULL)"
                                + " AND EXISTS (SELECT FROM progress_report)")
                        .query(Boolean.class)
                        .single());
        SettledSearch.await(jdbc, transaction);
    }

    @Test
    void everybodyFindsExactlyWhatTheyMayOpen() {
        Map<String, BiFunction<Asker, Collection<UUID>, Set<UUID>>> rules = rules();
        Map<String, Integer> things = new TreeMap<>();
        Map<String, Integer> kept = new TreeMap<>();
        Set<Asker> askers = askers();
        for (SearchSource source : sources.stream().toList()) {
            BiFunction<Asker, Collection<UUID>, Set<UUID>> rule = rules.get(source.kind());
            if (rule == null) {
                continue;
            }
            // What stands within another thing is not found by its title.
            List<SearchDocument> documents = source.documents(source.ids(null, 5_000)).values().stream()
                    .filter(SearchDocument::leading)
                    .toList();
            things.put(source.kind(), documents.size());
            Set<UUID> ids = documents.stream().map(SearchDocument::id).collect(Collectors.toSet());
            for (Asker asker : askers) {
                Set<UUID> mayOpen = new HashSet<>(rule.apply(asker, ids));
                mayOpen.retainAll(ids);
                assertThat(found(asker, source.kind(), documents))
                        .as("%s of %s", source.kind(), asker)
                        .isEqualTo(mayOpen);
                kept.merge(source.kind(), ids.size() - mayOpen.size(), Integer::sum);
            }
        }
        assertThat(things).as("some of everything").hasSize(rules.size()).doesNotContainValue(0);
        assertThat(kept.get("project")).as("not for everybody").isPositive();
        assertThat(kept.get("agreement")).isPositive();
    }

    /** What a module shows to whom, by the interfaces that its pages use. */
    private Map<String, BiFunction<Asker, Collection<UUID>, Set<UUID>>> rules() {
        Map<String, BiFunction<Asker, Collection<UUID>, Set<UUID>>> rules = new HashMap<>();
        rules.put("item", traced(ForumPages.TRACED_ITEM));
        rules.put("outcome", traced(ForumPages.TRACED_OUTCOME));
        rules.put("recommendation", traced(AdvocacyPages.TRACED_RECOMMENDATION));
        rules.put("letter", traced(AdvocacyPages.TRACED_DISPATCH));
        rules.put("addressee", this::addressees);
        rules.put("measure", traced(AdvocacyPages.TRACED_MEASURE));
        rules.put("seminar", traced(SeminarPages.TRACED_SEMINAR));
        rules.put("mission", traced(MissionPages.TRACED_MISSION));
        rules.put("project", traced(MissionPages.TRACED_PROJECT));
        rules.put("agreement", traced(MissionPages.TRACED_AGREEMENT));
        rules.put(
                "member",
                (asker, ids) -> members
                        .cards(asker, ids.stream().map(MemberId::new).toList())
                        .keySet()
                        .stream()
                        .map(MemberId::value)
                        .collect(Collectors.toSet()));
        rules.put(
                "entry",
                (_, ids) -> directory.cards(ids.stream().map(EntryId::new).toList()).keySet().stream()
                        .map(EntryId::value)
                        .collect(Collectors.toSet()));
        return rules;
    }

    private Set<UUID> addressees(Asker asker, Collection<UUID> ids) {
        if (!permissions.has(asker, AdvocacyRights.READ, Scope.PLATFORM)) {
            return Set.of();
        }
        return addressees.cards(asker, ids.stream().map(AddresseeId::new).toList()).values().stream()
                .filter(AddresseeLine::inUse)
                .map(line -> line.id().value())
                .collect(Collectors.toSet());
    }

    /** Of what a trail may show, what has a page for them. */
    private BiFunction<Asker, Collection<UUID>, Set<UUID>> traced(String kind) {
        TraceSubject subject = subjects.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        return (asker, ids) -> subject.cards(asker, ids, Language.EN).entrySet().stream()
                .filter(card ->
                        card.getValue().appPath() != null || card.getValue().publicPath() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Everybody who may be somebody here: a guest, one who only signs in, and whoever holds a role, a mandate, a project or a seminar. */
    private Set<Asker> askers() {
        PersonId outsider = PersonId.next();
        arrivals.bring(
                Asker.house("test"), new Arrivals.Newcomer(outsider, "Out Sider", Language.EN, ZoneOffset.UTC, null));
        Set<Asker> askers = new LinkedHashSet<>(List.of(Asker.guest(), Asker.of(outsider)));
        for (String of : List.of(
                "SELECT person FROM (SELECT person, role FROM role_grant ORDER BY role, person) g WHERE role = 'MEMBER' LIMIT 3",
                "SELECT DISTINCT person FROM role_grant WHERE role <> 'MEMBER' LIMIT 6",
                "SELECT DISTINCT consultant FROM mentor_project LIMIT 2",
                "SELECT DISTINCT m.person FROM mandate m JOIN delegation d ON d.member = m.association WHERE m.person IS NOT NULL LIMIT 2",
                "SELECT DISTINCT m.person FROM mandate m JOIN mentor_project p ON p.client_member = m.association WHERE m.person IS NOT NULL LIMIT 2",
                "SELECT DISTINCT m.person FROM mandate m JOIN agreement_party y ON y.member = m.association WHERE m.person IS NOT NULL LIMIT 2",
                "SELECT DISTINCT person FROM seminar_trainer WHERE person IS NOT NULL LIMIT 2",
                "SELECT DISTINCT author FROM recommendation WHERE author IS NOT NULL LIMIT 2",
                "SELECT DISTINCT proposer FROM agenda_item WHERE proposer IS NOT NULL LIMIT 2")) {
            jdbc.sql(of).query(UUID.class).list().forEach(person -> askers.add(Asker.of(new PersonId(person))));
        }
        return askers;
    }

    /** All that the asker finds of a kind, by the words of the titles. */
    private Set<UUID> found(Asker asker, String kind, List<SearchDocument> documents) {
        Set<UUID> found = new HashSet<>();
        List<String> words = documents.stream()
                .map(document -> longest(document.title().in(Language.EN)))
                .distinct()
                .toList();
        for (int place = 0; place < words.size(); place += 10) {
            String any = String.join(" or ", words.subList(place, Math.min(words.size(), place + 10)));
            String key = null;
            do {
                Found page =
                        search.find(asker, new Question(any, Set.of(kind), null, Order.NEWEST), Language.EN, key, 50);
                // What only resembles the words is shown where nothing is found by them.
                if (!page.resembling()) {
                    page.hits().stream().map(Hit::id).forEach(found::add);
                }
                key = page.resembling() ? null : page.next();
            } while (key != null);
        }
        return found;
    }

    private static String longest(String title) {
        String longest = "";
        for (String word : title.split("[^\\p{L}]+")) {
            longest = word.length() > longest.length() ? word : longest;
        }
        return longest;
    }
}
