package org.kvartal.membership.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Bodies.BodyCard;
import org.kvartal.membership.Bodies.NewTerm;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.BodyRole;
import org.kvartal.membership.TermId;
import org.kvartal.membership.TermMode;

/** The office keeps the bodies of the house; everybody sees who was in them when, as far as they may. */
class UC045KeepBodiesTests extends FrontDesk {

    private static final Asker HOUSE = Asker.house("test");
    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    private final String slug = "group-" + Ids.next();

    @Test
    void aGroupIsOpenedAndSaysThatItLooksForPeople() {
        go("members/bodies");

        press("New group or network");
        type("Name (English)", "Initiative group Varna");
        write("What it is for (English)", "Prepares the forum.");
        type("Address of its page", slug);
        press("Open it");

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("members/bodies/" + slug);
        assertThat(heading()).isEqualTo("Initiative group Varna");
        assertThat(page()).contains("Needs 3 people", "Prepares the forum.", "Nobody on this day.");
        go("members/bodies");
        assertThat(rows("Initiative group Varna")).isNotEmpty();
    }

    @Test
    void whatDoesNotFitIsSaidBesideItsField() {
        belonging.body(slug, "Taken");
        go("members/bodies");
        press("New group or network");

        press("Open it");
        assertThat(field("Name (English)").getErrorMessage()).isEqualTo("This is needed.");
        assertThat(field("Address of its page").getErrorMessage()).isEqualTo("This is needed.");
        type("Address of its page", "Не адрес");
        press("Open it");
        assertThat(field("Name (English)").isInvalid()).isTrue();
        type("Name (English)", "Second");
        assertThat(field("Address of its page").getErrorMessage())
                .startsWith("An address has lower-case Latin letters");
        type("Address of its page", slug);
        press("Open it");
        assertThat(field("Address of its page").getErrorMessage()).isEqualTo("Another body has this address.");
        assertThat(field("Name (English)").getValue()).isEqualTo("Second");
    }

    @Test
    void somebodyIsElectedByADecision() {
        String name = "Vera " + Ids.next();
        PersonId vera = belonging.person(name);
        BodyId body = belonging.body(slug, "Electors");
        open();

        press("Add somebody");
        press("Add");
        assertThat(combo("Who").getErrorMessage()).isEqualTo("Choose from the list.");
        pick("Who", name);
        choose("Role", "Convener");
        type("Where it was decided", "Minutes 4");
        press("Add");

        assertThat(toast()).isEqualTo("Added.");
        assertThat(rows(name)).first().satisfies(row -> assertThat(row).contains("Convener", "Elected", "Minutes 4"));
        assertThat(bodies.of(Asker.of(vera), vera)).extracting(BodyCard::id).containsExactly(body);

        press("Add somebody");
        pick("Who", name);
        press("Add");
        assertThat(combo("Who").getErrorMessage()).isEqualTo("This person is in the body at that time already.");
    }

    @Test
    void aTermIsEndedAndWhoWasInItOnADayIsStillSeen() {
        PersonId vera = belonging.person("Vera");
        BodyId body = belonging.body(slug, "Remembered");
        term(body, vera, today().minusDays(10));
        open();

        pressNamed("End the term: Vera");
        pressAmongForms("End the term");
        assertThat(area("Reason").getErrorMessage()).isEqualTo("This is needed.");
        day("Last day").setValue(today().minusDays(3));
        write("Reason", "Moved away");
        pressAmongForms("End the term");

        assertThat(page()).contains("Nobody on this day.", "Everybody who ever was in it (1)");
        go("members/bodies/" + slug + "?on=" + today().minusDays(5));
        assertThat(page()).contains("Who was in it on", "Vera");
        go("members/bodies/" + slug + "?on=nonsense");
        assertThat(page()).contains("Who is in it");
    }

    @Test
    void aGroupIsChangedAndClosedForGood() {
        PersonId vera = belonging.person("Vera");
        BodyId body = belonging.body(slug, "Old name");
        term(body, vera, today());
        open();

        press("Edit");
        type("Name (English)", "New name");
        press("Save");
        assertThat(heading()).isEqualTo("New name");

        press("Close for good");
        press("Close it for good");
        assertThat(area("Reason").getErrorMessage()).isEqualTo("This is needed.");
        write("Reason", "Its work is done");
        press("Close it for good");

        assertThat(page()).contains("Closed");
        assertThat(offers("Add somebody")).isFalse();
        assertThat(offers("Close for good")).isFalse();
    }

    @Test
    void whoIsInItSaysWhetherEverybodySeesIt() {
        PersonId vera = belonging.person("Vera Inside", Role.MEMBER);
        BodyId body = belonging.body(slug, "Consenting");
        term(body, vera, today());
        sitDown("Greta Guest");
        open();
        assertThat(page()).contains("and 1 person who is not shown here").doesNotContain("Vera Inside");

        sit(vera, Role.MEMBER);
        open();
        assertThat(offers("Add somebody")).isFalse();
        assertThat(offers("End the term")).isFalse();
        test(find(Checkbox.class).single()).click();
        assertThat(toast()).isEqualTo("Saved.");

        sitDown("Greta Guest");
        open();
        assertThat(page()).contains("Vera Inside");
    }

    @Test
    void aMemberReadsAndChangesNothing() {
        belonging.body(slug, "Readable");
        sitDown("Mira Member", Role.MEMBER);

        go("members/bodies");
        assertThat(rows("Readable")).isNotEmpty();
        assertThat(offers("New group or network")).isFalse();
        go("members/bodies/" + slug);
        assertThat(offers("Edit")).isFalse();
        go("members/bodies/nowhere");
        assertThat(shown(BodyView.class)).isFalse();
    }

    @Test
    void aPageCostsTheSameHoweverManyAreInIt() {
        BodyId body = belonging.body(slug, "Large");
        term(body, belonging.person("First"), today());
        int few = statements("members/bodies/" + slug);
        for (int number = 0; number < 12; number++) {
            term(body, belonging.person("Number " + number), today());
        }

        assertThat(statements("members/bodies/" + slug)).isEqualTo(few);
    }

    private void open() {
        go("members/bodies/" + slug);
    }

    private void term(BodyId body, PersonId person, LocalDate from) {
        bodies.appoint(
                HOUSE, new NewTerm(TermId.next(), body, person, BodyRole.MEMBER, from, null, TermMode.ELECTED, ""));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SOFIA);
    }
}
