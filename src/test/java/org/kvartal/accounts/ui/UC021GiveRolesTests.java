package org.kvartal.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.HeldGrant;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.PersonId;

/** An administrator says who may what, and keeps somebody out. */
class UC021GiveRolesTests extends Keepers {

    @Test
    void thoseWhoKeepTheHouseAreListedAndWhoeverOnlyBelongsIsNot() {
        person("Olga Officer", Role.OFFICER);
        String member = "Mira " + Ids.next();
        person(member, Role.MEMBER);

        go("admin/roles");

        assertThat(rows())
                .anySatisfy(row -> assertThat(row).contains("Olga Officer").contains("Officer since"))
                .noneMatch(row -> row.contains(member));
    }

    @Test
    void anybodyIsFoundByPartsOfTheirNameInAnyScript() {
        String surname = "Ёлкина" + Ids.next().toString().substring(24);
        person("Ирина " + surname);

        go("admin/roles?name=" + "елкина" + surname.substring(6) + "+ИРИНА");
        assertThat(rows()).singleElement().satisfies(row -> assertThat(row).contains("Ирина " + surname));

        test(find(TextField.class).withCaption("Find by name").single()).setValue("100% nobody_");
        assertThat(items().exists()).isFalse();
        assertThat(find(H1.class).exists()).isTrue();
    }

    @Test
    void theAddressSaysAmongWhomOneLooks() {
        PersonId barred = person("Barred " + Ids.next());
        suspensions.suspend(HOUSE, barred, "insulted others");

        go("admin/roles?among=suspended");
        assertThat(rows()).allMatch(row -> row.contains("suspended")).isNotEmpty();
        assertThat(find(Anchor.class)
                        .withText("Suspended")
                        .single()
                        .getElement()
                        .getAttribute("aria-current"))
                .isEqualTo("page");

        go("admin/roles?among=nonsense");
        assertThat(find(Anchor.class)
                        .withText("With a task")
                        .single()
                        .getElement()
                        .getAttribute("aria-current"))
                .isEqualTo("page");
    }

    @Test
    void aRoleIsGivenFromADayUntilAnother() {
        PersonId olga = person("Olga");
        LocalDate today = LocalDate.now(SOFIA);
        go("admin/roles/" + olga);

        choose(Role.OFFICER);
        day("From").setValue(today.plusDays(1));
        day("Last day").setValue(today.plusDays(2));
        press("Give the role");

        assertThat(toast()).isEqualTo("The role Officer is given.");
        assertThat(grants.of(HOUSE, olga))
                .containsExactly(new HeldGrant(
                        Role.OFFICER,
                        Scope.PLATFORM,
                        today.plusDays(1).atStartOfDay(SOFIA).toInstant(),
                        today.plusDays(3).atStartOfDay(SOFIA).toInstant()));
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Officer").contains("later"));
    }

    @Test
    void withoutDaysItCountsAtOnceAndForGood() {
        PersonId olga = person("Olga");
        go("admin/roles/" + olga);

        choose(Role.ADMINISTRATOR);
        press("Give the role");

        assertThat(permissions.roles(Asker.of(olga), Scope.PLATFORM)).containsExactly(Role.ADMINISTRATOR);
        assertThat(grants.of(HOUSE, olga)).singleElement().satisfies(grant -> {
            assertThat(grant.to()).isNull();
            assertThat(grant.from()).isBefore(Instant.now().plusSeconds(1));
        });
    }

    @Test
    void whatIsMissingOrTheWrongWayRoundIsSaidBesideTheField() {
        PersonId olga = person("Olga");
        go("admin/roles/" + olga);

        press("Give the role");
        assertThat(role().getErrorMessage()).isEqualTo("Choose a role.");

        choose(Role.OFFICER);
        day("From").setValue(LocalDate.now(SOFIA).plusDays(3));
        day("Last day").setValue(LocalDate.now(SOFIA).plusDays(2));
        press("Give the role");
        assertThat(day("Last day").getErrorMessage()).isEqualTo("The last day comes before the first.");
        assertThat(day("Last day").getValue()).isEqualTo(LocalDate.now(SOFIA).plusDays(2));
        assertThat(grants.of(HOUSE, olga)).isEmpty();
    }

    @Test
    void aRoleIsEndedAfterOneQuestion() {
        PersonId olga = person("Olga", Role.OFFICER, Role.MEMBER);
        go("admin/roles/" + olga);

        test(find(Button.class).withAriaLabel("End the role Officer").single()).click();
        assertThat(grants.of(HOUSE, olga)).hasSize(2);
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(grants.of(HOUSE, olga)).extracting(HeldGrant::role).containsExactly(Role.MEMBER);
        assertThat(toast()).isEqualTo("The role Officer has ended.");
    }

    @Test
    void theLastAdministratorIsToldWhyTheyStay() {
        endAllAdministratorsBut(me);
        go("admin/roles/" + me);

        test(find(Button.class).withAriaLabel("End the role Administrator").single())
                .click();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(toast()).isEqualTo("The house needs an administrator. Make somebody else one first.");
        assertThat(permissions.roles(Asker.of(me), Scope.PLATFORM)).contains(Role.ADMINISTRATOR);
    }

    @Test
    void whoeverPutsThemselvesOutIsLedAway() {
        person("Another keeper", Role.ADMINISTRATOR);
        go("admin/roles/" + me);

        test(find(Button.class).withAriaLabel("End the role Administrator").single())
                .click();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(shown(ResidentView.class)).isFalse();
        go("admin/roles");
        assertThat(shown(RolesView.class)).as("the right is read afresh").isFalse();
    }

    @Test
    void somebodyIsKeptOutWithAReasonAndLetInAgain() {
        PersonId olga = person("Olga", Role.OFFICER);
        go("admin/roles/" + olga);

        press("Suspend");
        TextArea why = find(TextArea.class).withCaption("Why").single();
        assertThat(why.getErrorMessage()).isEqualTo("Say why.");

        test(why).setValue("Insulted others.");
        press("Suspend");
        assertThat(suspensions.suspended(Asker.house("test"), olga)).isTrue();
        assertThat(text(find(ResidentView.class).single()))
                .contains("This account is suspended.")
                .contains("Insulted others.")
                .contains("Ada Keeper");

        press("Let them in again");
        assertThat(suspensions.suspended(Asker.house("test"), olga)).isFalse();
        assertThat(toast()).isEqualTo("They can come in again.");
    }

    @Test
    void nobodyIsOfferedToSuspendThemselves() {
        go("admin/roles/" + me);

        assertThat(find(Button.class).withText("Give the role").exists()).isTrue();
        assertThat(find(Button.class).withText("Suspend").exists()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "00000000-0000-0000-0000-000000000000", "..%2F..", "%00"})
    void whoIsNotThereHasNoPage(String person) {
        go("admin/roles/" + person);

        assertThat(shown(ResidentView.class)).isFalse();
    }

    private void endAllAdministratorsBut(PersonId kept) {
        go("admin/roles?among=administrators");
        find(Anchor.class).all().stream()
                .map(Anchor::getHref)
                .filter(href -> href.startsWith("/app/admin/roles/"))
                .map(href -> PersonId.of(href.substring("/app/admin/roles/".length())))
                .filter(person -> !person.equals(kept))
                .forEach(person -> grants.end(HOUSE, person, Role.ADMINISTRATOR, Scope.PLATFORM));
    }

    private void choose(Role wanted) {
        role().setValue(wanted);
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Role> role() {
        return find(RadioButtonGroup.class).single();
    }

    private DatePicker day(String label) {
        return find(DatePicker.class).withCaption(label).single();
    }
}
