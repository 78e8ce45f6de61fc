package org.kvartal.advocacy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.accounts.Role;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.Addressees.AddresseeContent;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.Answers.ReplyContent;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.Dispatches.DispatchPage;
import org.kvartal.advocacy.Dispatches.NewDispatch;
import org.kvartal.advocacy.Dispatches.ReplyLine;
import org.kvartal.advocacy.Position;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.ReplyChoice;
import org.kvartal.advocacy.Way;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.search.Search;
import org.kvartal.search.Search.Extract;
import org.kvartal.search.Search.Found;
import org.kvartal.search.Search.Hit;
import org.kvartal.search.Search.Order;
import org.kvartal.search.Search.Question;
import org.kvartal.testing.SettledSearch;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** Letters and those to whom they go are found by whoever reads the very words on a page, and by nobody else. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, extraIncludes = "search")
@TestInstance(Lifecycle.PER_METHOD)
class SoughtLettersModuleTests extends AdvocacyHouse {

    @Autowired
    Search search;

    /** Words that stand nowhere else. */
    final String own = "q" + Long.toString(UUID.randomUUID().getMostSignificantBits() & Long.MAX_VALUE, 36) + "x";

    private record Written(DispatchId id, AddresseeId to, List<String> words) {}

    /** Letters that stand wherever a letter may stand, with words of their own in every place. */
    @Test
    void everybodyFindsALetterByExactlyTheWordsThatTheyReadOnItsPages() {
        RecommendationId about = adopted("About " + own);
        List<Written> all = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            all.add(brought(about, stage));
        }
        settle();
        List<Asker> askers = List.of(
                Asker.guest(),
                person("Out Sider"),
                member,
                person("Fani Facilitator", Role.FACILITATOR),
                officer,
                person("Ada Administrator", Role.ADMINISTRATOR));
        Set<String> kept = new LinkedHashSet<>();
        for (Written letter : all) {
            for (Asker asker : askers) {
                String shown = shown(asker, about, letter);
                for (String word : letter.words()) {
                    boolean reads = shown.contains(word);
                    List<Hit> found = found(asker, "letter", word);
                    assertThat(found)
                            .as("%s of %s for %s", word, letter, asker)
                            .hasSize(reads ? 1 : 0)
                            .allSatisfy(hit -> assertThat(hit.path())
                                    .isEqualTo(
                                            belongs(asker)
                                                    ? AdvocacyPages.letter(letter.id())
                                                    : "/en"
                                                            + AdvocacyPages.inPublic(
                                                                    card(about).code())));
                    if (!reads) {
                        kept.add(word.substring(0, word.indexOf(own)));
                    }
                }
            }
        }
        assertThat(kept)
                .as("not everything is for everybody")
                .contains("covering", "post", "registry", "first", "clarified");
    }

    private enum Stage {
        PREPARED,
        DISCARDED,
        SENT,
        BY_HAND,
        BOUNCED,
        REPLIED,
        IGNORED,
        CORRECTED,
        CLARIFIED,
        CLOSED
    }

    private Written brought(RecommendationId about, Stage stage) {
        String end = own + stage.name().toLowerCase(Locale.ROOT).replace("_", "") + "z";
        AddresseeId to = AddresseeId.next();
        addressees.enter(
                officer,
                to,
                new AddresseeContent(
                        authority("Ministry office" + end),
                        "unit" + end,
                        "post" + end,
                        "Ada Ledger",
                        mail(to),
                        "1 Square",
                        Language.EN,
                        SOFIA,
                        14));
        DispatchId id = DispatchId.next();
        Way way = stage == Stage.BY_HAND ? Way.HAND : Way.MAIL;
        dispatches.prepare(officer, new NewDispatch(id, about, to, way, "Read covering" + end, 14));
        if (stage == Stage.DISCARDED) {
            dispatches.discard(officer, id, version(id), "Not this one.");
        } else if (stage != Stage.PREPARED) {
            dispatches.sign(second, id, version(id), true);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), SOFIA);
        switch (stage) {
            case PREPARED, DISCARDED, SENT -> {}
            case BY_HAND -> dispatches.recordSent(officer, id, version(id), today, "registry" + end);
            case BOUNCED -> dispatches.bounced(officer, id, version(id), "No such mailbox.");
            case REPLIED -> say(token(to), answer(end, "first"));
            case IGNORED -> {
                say(token(to), answer(end, "first"));
                dispatches.ignore(officer, id, version(id), "A receipt.");
            }
            case CORRECTED -> {
                say(token(to), answer(end, "first"));
                say(token(to), answer(end, "last"));
                dispatches.classify(officer, id, version(id), Position.NOTED, "");
            }
            case CLARIFIED -> {
                say(
                        token(to),
                        new ReplyContent(
                                ReplyChoice.QUESTION, Language.EN, "Which first" + end + "?", "", null, null, ""));
                dispatches.owe(officer, id, version(id));
                dispatches.clarify(second, id, version(id), "This clarified" + end, today.plusDays(9));
            }
            case CLOSED -> {
                say(token(to), answer(end, "first"));
                dispatches.classify(officer, id, version(id), Position.ACCEPTED, "");
                dispatches.close(officer, id, version(id));
            }
        }
        return new Written(
                id,
                to,
                List.of("office", "unit", "post", "covering", "registry", "first", "last", "passed", "clarified")
                        .stream()
                        .map(part -> part + end)
                        .toList());
    }

    private static ReplyContent answer(String end, String part) {
        return new ReplyContent(
                ReplyChoice.PASSED_ON, Language.EN, "Our " + part + end, "", null, null, "To passed" + end);
    }

    /** All that the pages of the module say of it to them. */
    private String shown(Asker asker, RecommendationId about, Written letter) {
        StringBuilder shown = new StringBuilder();
        recommendations.find(asker, card(about).code()).stream()
                .flatMap(page -> page.letters().stream())
                .filter(line -> line.id().equals(letter.id()))
                .forEach(line -> {
                    shown.append(line.addressee()).append(' ').append(line.unit());
                    if (line.last() != null) {
                        shown.append(' ').append(said(line.last()));
                    }
                });
        dispatches.find(asker, letter.id()).ifPresent(page -> shown.append(said(page)));
        return shown.toString();
    }

    private static String said(ReplyLine reply) {
        return reply.words() + " " + reply.passedTo();
    }

    private static String said(DispatchPage page) {
        return page.line().addressee() + " " + page.to() + " " + page.covering() + " " + page.registry() + " "
                + page.replies().stream().map(SoughtLettersModuleTests::said).collect(Collectors.joining(" ")) + " "
                + page.clarifications();
    }

    private boolean belongs(Asker asker) {
        return asker.person().isPresent()
                && jdbc.sql("SELECT EXISTS (SELECT FROM role_grant WHERE person = :person AND role = ANY (:roles))")
                        .param("person", asker.requirePerson().value())
                        .param(
                                "roles",
                                AdvocacyRights.READ.holders().stream()
                                        .map(Enum::name)
                                        .toArray(String[]::new))
                        .query(Boolean.class)
                        .single();
    }

    @Test
    void aLetterSaysWhatItIsAboutAndHowItStands() {
        RecommendationId about = adopted("Kilns " + own);
        DispatchId id = sent(about, addressee("Ministry " + own, Language.EN, SOFIA, 14));
        settle();

        assertThat(found(member, "letter", own + " kiln")).singleElement().satisfies(hit -> {
            assertThat(hit.title().words()).isEqualTo("Ministry " + own);
            assertThat(hit.text().words()).isEqualTo("Kilns " + own);
            assertThat(hit.note()).isEqualTo(card(about).code() + " · Sent");
            assertThat(hit.path()).isEqualTo(AdvocacyPages.letter(id));
        });
        assertThat(found(member, null, card(about).code()))
                .extracting(Hit::kind)
                .as("who looks for the code means the recommendation")
                .startsWith("recommendation")
                .contains("letter");
    }

    @Test
    void anAddresseeIsFoundByThoseWhoMayReadTheRegisterWhileItIsInUse() {
        AddresseeId to = addressee("Guild " + own, Language.EN, SOFIA, 14);
        AddresseeId other = addressee("Chamber " + own, Language.EN, SOFIA, 14);
        addressees.close(officer, other, 0);
        settle();

        for (Asker reader : List.of(member, officer, person("Ada Administrator", Role.ADMINISTRATOR))) {
            assertThat(found(reader, "addressee", own)).singleElement().satisfies(hit -> {
                assertThat(hit.id()).isEqualTo(to.value());
                assertThat(hit.note()).isEqualTo("Culture department · Head of department");
                assertThat(hit.path()).isEqualTo("/app/advocacy/addressees?find=Guild+" + own);
            });
            assertThat(found(reader, "addressee", own + " department head")).hasSize(1);
            assertThat(found(reader, "addressee", own + " ledger"))
                    .as("who holds the post is for those who keep the register")
                    .isEmpty();
        }
        for (Asker nobody : List.of(Asker.guest(), person("Out Sider"))) {
            assertThat(found(nobody, "addressee", own)).isEmpty();
            assertThat(search.suggest(nobody, own, Language.EN, 9))
                    .extracting(one -> one.kind())
                    .doesNotContain("addressee");
        }
    }

    @Test
    void anOfficeThatLeavesTheDirectoryIsCalledByItsUnit() {
        String name = "Registry " + own;
        AddresseeId to = addressee(name, Language.EN, SOFIA, 14);
        sent(adopted("About a page"), to);
        settle();
        assertThat(found(member, null, own)).extracting(Hit::kind).contains("letter", "addressee");

        EntryId entry = entryOf(to);
        entries.archive(officer, entry, "Not any more.");
        settle();

        assertThat(found(member, "letter", own)).isEmpty();
        assertThat(found(member, "addressee", own)).isEmpty();
        assertThat(found(member, "addressee", "culture department"))
                .filteredOn(hit -> hit.id().equals(to.value()))
                .extracting(Hit::title)
                .extracting(Extract::words)
                .containsExactly("Culture department");
        entries.restore(officer, entry);
        settle();
        assertThat(found(member, "letter", own)).hasSize(1);
    }

    private EntryId entryOf(AddresseeId to) {
        return new EntryId(jdbc.sql("SELECT entry FROM addressee WHERE id = :id")
                .param("id", to.value())
                .query(UUID.class)
                .single());
    }

    @Test
    void manyLettersTakeTheStatementsOfOne() {
        RecommendationId about = adopted("Counted");
        sent(about, addressee("Office " + own, Language.EN, SOFIA, 14));
        settle();
        int few = SqlCounter.during(() -> found(member, "letter", own))
                .statements()
                .size();
        for (int more = 0; more < 4; more++) {
            sent(about, addressee("Office " + own + " " + more, Language.EN, SOFIA, 14));
        }
        settle();
        assertThat(found(member, "letter", own)).hasSize(5);
        assertThat(SqlCounter.during(() -> found(member, "letter", own)).statements())
                .hasSize(few);
    }

    private List<Hit> found(Asker asker, @Nullable String kind, String words) {
        Found found = search.find(
                asker,
                new Question(words, kind == null ? Set.of() : Set.of(kind), null, Order.BEST),
                Language.EN,
                null,
                50);
        return found.resembling() ? List.of() : found.hits();
    }

    private void settle() {
        SettledSearch.await(jdbc, transaction);
    }
}
