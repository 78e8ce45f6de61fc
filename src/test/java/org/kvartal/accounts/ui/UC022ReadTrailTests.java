package org.kvartal.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.PersonId;
import org.springframework.beans.factory.annotation.Autowired;

/** An officer reads who did what, when, to what and why. */
class UC022ReadTrailTests extends Keepers {

    @Autowired
    People people;

    @Test
    void anActIsToldWithWhoDidItToWhomAndWhy() {
        PersonId olga = sitDown("Olga Officer", Role.OFFICER);
        PersonId ann = person("Ann " + Ids.next());
        suspensions.suspend(Asker.of(olga), ann, "Insulted others.");

        go("admin/audit?person=" + olga);

        assertThat(rows().getFirst())
                .contains("Account suspended")
                .contains(people.card(ann).orElseThrow().name())
                .contains("Insulted others.")
                .contains("Olga Officer")
                .contains("now");
    }

    @Test
    void aRoleIsNamedWithWhoGotItAndLeadsAdministratorsToThem() {
        PersonId ann = person("Ann Lee");
        grants.give(Asker.of(me), new Grant(ann, Role.FACILITATOR, Scope.PLATFORM, Instant.now(), null));

        go("admin/audit?person=" + me);

        assertThat(rows().getFirst()).contains("Role given").contains("Facilitator · Ann Lee");
        assertThat(find(Anchor.class).withText("Facilitator · Ann Lee").single().getHref())
                .isEqualTo("/app/admin/roles/" + ann);
    }

    @Test
    void aThingThatIsGoneIsSaidToBe() {
        PersonId gone = person("Ann Gone");
        arrivals.takeBack(HOUSE, Set.of(gone));

        go("admin/audit");

        assertThat(rows())
                .first()
                .satisfies(row -> assertThat(row).contains("Account taken back").contains("no longer there"));
    }

    @Test
    void whoDidSomethingToThemselvesIsNamedOnce() {
        go("admin/audit?person=" + me);

        assertThat(rows().getFirst())
                .contains("Signed in")
                .containsOnlyOnce("Ada Keeper")
                .doesNotContain("no longer there");
    }

    @Test
    void whatTheHouseDidIsTheHouses() {
        PersonId ann = person("Ann");
        suspensions.suspend(HOUSE, ann, "a job found it so");

        go("admin/audit");

        assertThat(rows())
                .first()
                .satisfies(row -> assertThat(row).contains("The house itself").doesNotContain("test"));
    }

    @Test
    void theFiltersStandInTheAddressAndCanBeTakenBack() {
        go("admin/audit?person=" + me + "&module=accounts&from=2026-01-01&to=2100-12-31");

        assertThat(person().getValue().id()).isEqualTo(me);
        assertThat(module().getValue()).isEqualTo("accounts");
        assertThat(day("From").getValue()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(rows()).isNotEmpty();

        go("admin/audit?to=2001-01-01");
        assertThat(items().exists()).isFalse();
        assertThat(text(find(TrailView.class).single())).contains("Nothing here");
        assertThat(find(Anchor.class).withText("Show everything").single().getHref())
                .isEqualTo("/app/admin/audit");
    }

    @Test
    void choosingGoesToTheAddressThatSaysSo() {
        go("admin/audit");

        test(day("From")).setValue(LocalDate.of(2026, 3, 1));

        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("admin/audit?from=2026-03-01");
    }

    @Test
    void aPersonIsChosenByPartOfTheirName() {
        String name = "Zora " + Ids.next();
        PersonId zora = person(name);
        go("admin/audit");

        test(person()).selectItem(name);

        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("admin/audit?person=" + zora);
    }

    @Test
    void olderActsComeAPageAtATime() {
        PersonId olga = person("Olga", Role.OFFICER);
        PersonId ann = person("Ann");
        IntStream.range(0, 30).forEach(_ -> {
            suspensions.suspend(Asker.of(olga), ann, "once more");
            suspensions.lift(Asker.of(olga), ann);
        });
        go("admin/audit?person=" + olga);
        assertThat(rows()).hasSize(50);

        press("Older");

        assertThat(rows()).hasSize(60).last().satisfies(row -> assertThat(row).contains("Account suspended"));
        assertThat(find(Button.class).withText("Older").exists()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "person=x",
                "person=00000000-0000-0000-0000-000000000000",
                "module=nothing",
                "module=%27%20OR%201=1",
                "from=31.12.2026",
                "from=-999999999-01-01",
                "to=%2B999999999-12-31",
                "before=1"
            })
    void whatAnAddressCanNotMeanBreaksNothing(String query) {
        go("admin/audit?" + query);

        assertThat(shown(TrailView.class)).isTrue();
    }

    @Test
    void aMemberDoesNotGetThere() {
        sitDown("Mira", Role.MEMBER);

        go("admin/audit");

        assertThat(shown(TrailView.class)).isFalse();
    }

    @Test
    void whoseRoleHasEndedDoesNotGetThereEither() {
        PersonId olga = sitDown("Olga", Role.OFFICER);
        grants.end(HOUSE, olga, Role.OFFICER, Scope.PLATFORM);

        go("admin/audit");

        assertThat(items().exists()).isFalse();
        assertThat(shown(TrailView.class)).isFalse();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<PersonCard> person() {
        return find(ComboBox.class).single();
    }

    @SuppressWarnings("unchecked")
    private Select<String> module() {
        return find(Select.class).single();
    }

    private DatePicker day(String label) {
        return find(DatePicker.class).withCaption(label).single();
    }
}
