package org.kvartal.discussions.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.accounts.Role.ADMINISTRATOR;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.kvartal.discussions.Conversations.SpaceChange;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.SpaceCard;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** An administrator opens spaces, names them in three languages, and orders them. */
@WithMockUser(roles = "ADMINISTRATOR")
class UC013ManageSpacesTests extends ViewTests {

    @Autowired
    Threads threads;

    @Test
    @WithMockUser(roles = "MEMBER")
    void aMemberDoesNotGetThere() {
        UI.getCurrent().navigate("admin/spaces");

        assertThat(find(SpacesView.class).exists()).isFalse();
    }

    @Test
    void whoseRoleHasEndedDoesNotGetThere() {
        UI.getCurrent().navigate("admin/spaces");

        assertThat(find(SpacesView.class).exists()).isFalse();
    }

    @Test
    void aSpaceIsMadeAndAWrongAddressIsSaidBesideTheField() {
        me = sitDown(ADMINISTRATOR);
        SpaceId known = space("Known", Visibility.PUBLIC);
        navigate("admin/spaces", SpacesView.class);
        press("New space");
        type("Name (English)", "Fresh air");
        type("Address", address(known));

        press("Make the space");
        assertThat(field("Address").isInvalid()).isTrue();
        assertThat(field("Address").getErrorMessage()).isEqualTo("Another space has this address.");
        assertThat(field("Name (English)").getValue()).isEqualTo("Fresh air");

        type("Address", "fresh-air-" + address(known));
        press("Make the space");
        assertThat(find(H2.class).withText("Fresh air").exists()).isTrue();
    }

    @Test
    void aNameGetsATranslation() {
        me = sitDown(ADMINISTRATOR);
        SpaceId id = space("Translated", Visibility.PUBLIC);
        navigate("admin/spaces", SpacesView.class);
        pressIcon("Change Translated");

        pressIcon("Add a translation: Name, Български");
        type("Name (Български)", "Преведено");
        press("Save");

        assertThat(card(id).name().texts()).containsEntry(Language.BG, "Преведено");
    }

    @Test
    void whoSavesAfterSomebodyElseIsToldAndOverwritesNothing() {
        me = sitDown(ADMINISTRATOR);
        SpaceId id = space("Contested", Visibility.MEMBERS);
        navigate("admin/spaces", SpacesView.class);
        pressIcon("Change Contested");
        SpaceCard before = card(id);
        conversations.change(
                me,
                new SpaceChange(
                        id,
                        before.version(),
                        LocalizedText.of(Language.EN, "Theirs"),
                        null,
                        Visibility.MEMBERS,
                        before.position()));

        type("Name (English)", "Mine");
        press("Save");

        assertThat(card(id).name().in(Language.EN)).isEqualTo("Theirs");
        assertThat(field("Name (English)").getValue()).isEqualTo("Mine");
    }

    @Test
    void spacesChangePlaces() {
        me = sitDown(ADMINISTRATOR);
        space("Upper", Visibility.PUBLIC);
        SpaceId lower = space("Lower", Visibility.PUBLIC);
        int before = card(lower).position();
        navigate("admin/spaces", SpacesView.class);

        pressIcon("Move Lower up");

        assertThat(card(lower).position()).isEqualTo(before - 1);
    }

    private SpaceCard card(SpaceId id) {
        return threads.spaces(me).stream()
                .filter(space -> space.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void press(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private void pressIcon(String label) {
        test(find(Button.class).withAttribute("aria-label", label).single()).click();
    }

    private TextField field(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    private void type(String label, String text) {
        test(field(label)).setValue(text);
    }
}
