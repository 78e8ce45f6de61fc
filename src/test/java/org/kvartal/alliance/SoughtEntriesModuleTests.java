package org.kvartal.alliance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.search.Search;
import org.kvartal.search.Search.Found;
import org.kvartal.search.Search.Hit;
import org.kvartal.search.Search.Question;
import org.kvartal.search.Search.Suggestion;
import org.kvartal.testing.SettledSearch;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands in the public directory is found by all of its names, and nothing else of the directory. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"search"})
@TestInstance(Lifecycle.PER_METHOD)
class SoughtEntriesModuleTests extends DirectoryHouse {

    @Autowired
    Search search;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void allNamesAreFound() {
        EntryId id = made(
                EntryContent.of(
                        EntryKind.HUB,
                        new Names(
                                "Работилница за стъкло",
                                "bg",
                                Map.of(Language.EN, "Glass workshop"),
                                List.of(own, "Стъкларница"))),
                EntryKind.HUB);
        settle();
        for (String words : List.of("работилници", "workshops", "стъкларницата", "rabotilnitsa")) {
            String sought = own + " " + words;
            assertThat(find(Asker.guest(), sought)).as(sought).hasSize(1);
        }
        String slug = requireNonNull(directory.cards(List.of(id)).get(id)).slug();
        assertThat(find(Asker.guest(), own)).containsExactly("/ru" + AlliancePages.inPublic(slug));
        assertThat(search.suggest(Asker.guest(), "glass " + own, Language.EN, 5))
                .extracting(Suggestion::title)
                .containsExactly("Glass workshop");
    }

    @Test
    void whatOnlyWaitsOrWasTakenOutIsNotFound() {
        EntryId suggested = EntryId.next();
        entries.make(maria, NewEntry.of(suggested, EntryKind.HUB, told(EntryKind.HUB, "Waiting")));
        settle();
        for (Asker asker : List.of(Asker.guest(), maria, steward)) {
            assertThat(find(asker, own)).isEmpty();
        }
        entries.confirm(steward, suggested);
        settle();
        assertThat(find(Asker.guest(), own)).hasSize(1);

        entries.archive(steward, suggested, "It moved away.");
        assertThat(find(Asker.guest(), own)).as("at once").isEmpty();
        settle();
        assertThat(find(steward, own)).isEmpty();
        entries.restore(steward, suggested);
        settle();
        assertThat(find(Asker.guest(), own)).hasSize(1);

        entries.readdress(steward, suggested, "moved-" + own);
        assertThat(find(Asker.guest(), own)).as("at once").containsExactly("/ru/directory/moved-" + own);
    }

    private List<String> find(Asker asker, String words) {
        Found found = search.find(asker, Question.of(words), Language.RU, null, 20);
        return found.resembling()
                ? List.of()
                : found.hits().stream().map(Hit::path).toList();
    }

    private void settle() {
        SettledSearch.await(jdbc, transaction);
    }
}
