package org.kvartal.membership.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.membership.Admissions.QueueFilter;
import org.kvartal.membership.Admissions.QueueRow;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.Belonging;
import org.kvartal.membership.Belonging.Sent;
import tools.jackson.databind.JsonNode;

/** The office sees what waits for it, and takes what has waited longest. */
class UC040WorkQueueTests extends FrontDesk {

    @Test
    void theQueueShowsWhatHasWaitedLongestFirst() {
        answerEverything();
        Sent first = person("Ada " + Ids.next());
        clock.turn(Duration.ofDays(3));
        Sent second = person("Ben " + Ids.next());

        go("members/applications");

        List<JsonNode> lines = lines();
        assertThat(lines).extracting(line -> line.get("href").asString()).containsExactly(path(first), path(second));
        assertThat(lines.getFirst().get("end").asString()).isEqualTo("3 days");
        assertThat(lines.getFirst().get("badge").get("word").asString()).isEqualTo("Not taken yet");
        assertThat(lines.getFirst().get("facts").valueStream())
                .extracting(fact -> fact.get("words").asString())
                .containsExactly("A person", "Sofia");
        assertThat(page()).contains("2 applications wait for an answer.");
    }

    @Test
    void theAddressSaysWhichOnesAreShown() {
        answerEverything();
        Sent mine = taken("Mine " + Ids.next());
        Sent asked = taken("Asked " + Ids.next());
        admissions.askMore(asker(), asked.id(), version(asked), "Since when?");
        Sent declined = taken("Declined " + Ids.next());
        admissions.decline(asker(), declined.id(), version(declined), "Not a person");

        assertThat(hrefs("mine")).contains(path(mine)).doesNotContain(path(asked), path(declined));
        assertThat(hrefs("asked")).contains(path(asked)).doesNotContain(path(mine));
        assertThat(hrefs("settled")).first().isEqualTo(path(declined));
        assertThat(hrefs("nonsense")).contains(path(mine)).doesNotContain(path(asked));
        assertThat(chosen()).isEqualTo("Waiting");
    }

    @Test
    void aLongQueueGoesOnWhereItsFirstPartEnded() {
        answerEverything();
        for (int number = 0; number < 52; number++) {
            person("Long " + number);
        }
        go("members/applications");
        LongList list = find(LongList.class).single();
        JsonNode opened = handed(list, "open").getLast();
        assertThat(opened.get("lines")).hasSize(50);

        LongList.Came rest = list.more(opened.get("next").asString());

        assertThat(rest.lines()).hasSize(2).extracting(Line::title).containsExactly("Long 50", "Long 51");
        assertThat(rest.next()).isNull();
        assertThat(list.more("forged"))
                .satisfies(came -> assertThat(came.lines()).isEmpty());
        assertThat(list.again(52).lines()).hasSize(52);
    }

    @Test
    void theNextOneIsTakenAndOpened() {
        answerEverything();
        Sent waiting = person("Next " + Ids.next());
        go("members/applications");

        press("Take the next one");

        assertThat(heading()).isEqualTo(row(waiting).name());
        assertThat(row(waiting).reviewer()).isNotNull();
        assertThat(page()).contains("Being looked at").contains("Olga Officer");

        go("members/applications");
        press("Take the next one");
        assertThat(toast()).isEqualTo("Nothing waits that somebody has not taken already.");
    }

    @Test
    void whatOthersDoIsSeenByItself() {
        answerEverything();
        go("members/applications");
        assertThat(emptyPlace()).isEqualTo("Nothing to answer");

        Sent sent = person("Sudden " + Ids.next());

        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(page()).contains("1 application waits for an answer.");
        });
        assertThat(lines()).extracting(line -> line.get("href").asString()).containsExactly(path(sent));

        person("Another " + Ids.next());
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(page()).contains("2 applications wait for an answer.");
        });
        assertThat(handed(find(LongList.class).single(), "renew")).isNotEmpty();
    }

    @Test
    void anAdministratorReadsButTakesNothing() {
        person("Read " + Ids.next());
        sitDown("Ada Admin", Role.ADMINISTRATOR);

        go("members/applications");

        assertThat(lines()).isNotEmpty();
        assertThat(offers("Take the next one")).isFalse();
        assertThat(find(Anchor.class).withText("Mine").exists()).isFalse();
    }

    @Test
    void aMemberDoesNotGetThere() {
        sitDown("Mira Member", Role.MEMBER);

        go("members/applications");

        assertThat(shown(QueueView.class)).isFalse();
    }

    @Test
    void whoseRoleHasEndedDoesNotGetThere() {
        sit(belonging.person("Former"), Role.OFFICER);

        go("members/applications");

        assertThat(shown(QueueView.class)).isFalse();
    }

    private Sent person(String name) {
        return belonging.applies(ApplicationKind.PERSON, Belonging.personsForm(name));
    }

    private Sent taken(String name) {
        Sent sent = person(name);
        admissions.take(asker(), sent.id(), version(sent));
        return sent;
    }

    private List<String> hrefs(String show) {
        go("members/applications?show=" + show);
        return lines().stream().map(line -> line.get("href").asString()).toList();
    }

    private String chosen() {
        return find(Anchor.class).withClassName("chip").all().stream()
                .filter(chip -> chip.getElement().hasAttribute("aria-current"))
                .map(Anchor::getText)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private QueueRow row(Sent sent) {
        return admissions.open(asker(), sent.number()).orElseThrow().row();
    }

    private long version(Sent sent) {
        return row(sent).version();
    }

    private static String path(Sent sent) {
        return "/app/members/applications/" + sent.number();
    }

    /** Other tests leave applications behind. */
    private void answerEverything() {
        Asker officer = Asker.of(belonging.person("Swift", Role.OFFICER));
        List<QueueRow> rows = waiting(officer);
        while (!rows.isEmpty()) {
            for (QueueRow row : rows) {
                long version = row.version();
                if (row.reviewer() == null) {
                    admissions.take(officer, row.id(), version++);
                }
                admissions.decline(officer, row.id(), version, "Cleared away");
            }
            rows = waiting(officer);
        }
        UI.getCurrent().navigate("");
    }

    private List<QueueRow> waiting(Asker officer) {
        return admissions.queue(officer, QueueFilter.WAITING, null, 50).rows();
    }
}
