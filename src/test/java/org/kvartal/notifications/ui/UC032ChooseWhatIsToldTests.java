package org.kvartal.notifications.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.accounts.Arrivals;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.notifications.Attention;
import org.kvartal.notifications.FollowedPlaces;
import org.kvartal.notifications.Following;
import org.kvartal.notifications.Following.Followed;
import org.kvartal.notifications.Preset;
import org.kvartal.notifications.Rhythm;
import org.kvartal.notifications.TrialNotices;
import org.kvartal.notifications.Wish;
import org.kvartal.notifications.Wishes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.security.test.context.support.WithMockUser;

/** Somebody chooses what they are told by mail: one of three, or more exactly. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        module = "notifications",
        extraIncludes = {"site", "shell", "tasks"})
@Import({TrialNotices.class, UC032ChooseWhatIsToldTests.Town.class})
@ViewPackages(packages = {"org.kvartal.shell.ui", "org.kvartal.notifications.ui"})
@WithMockUser
@TestInstance(Lifecycle.PER_METHOD)
class UC032ChooseWhatIsToldTests extends SpringBrowserlessTest {

    static final UUID MILL = Ids.next();
    static final UUID HIDDEN = Ids.next();

    @Autowired
    Wishes wishes;

    @Autowired
    Following following;

    @Autowired
    WishesCard card;

    @Autowired
    Arrivals arrivals;

    final PersonId ann = PersonId.next();
    final Asker asker = Asker.of(ann);

    @BeforeEach
    void annComesIn() {
        arrivals.bring(Asker.house("test"), new Arrivals.Newcomer(ann, "Ann", Language.EN, ZoneOffset.UTC, null));
    }

    @Test
    void threeChoicesStandFirstAndTheRestIsFolded() {
        open();

        assertThat(presets().getListDataView().getItems()).containsExactly(Preset.values());
        assertThat(presets().getValue()).isEqualTo(Preset.CONCERNS_ME);
        assertThat(find(Details.class).single().isOpened()).isFalse();
        assertThat(field("Sessions").getValue()).isEmpty();
    }

    @Test
    void whoeverDoesNotWantToFollowByReadingSaysSo() {
        open();
        Checkbox reading = find(Checkbox.class)
                .withLabel("Follow what I have read for a while")
                .single();
        assertThat(reading.getValue()).isTrue();
        reading.setValue(false);
        press();

        assertThat(wishes.own(asker).reading()).isFalse();
        open();
        presets().setValue(Preset.WEEKLY_LETTER);
        press();
        assertThat(wishes.own(asker).reading()).isFalse();
    }

    @Test
    void whatIsChosenIsKept() {
        following.choose(asker, MILL, Attention.EVERYTHING);
        following.choose(asker, HIDDEN, Attention.EVERYTHING);
        open();
        assertThat(find(Anchor.class).withText("The mill").single().getHref()).isEqualTo("/app/threads/7");
        presets().setValue(Preset.WEEKLY_LETTER);
        field("Sessions").setValue("NEVER");
        find(Select.class).withLabel("Day of the weekly letter").single().setValue(DayOfWeek.FRIDAY);
        find(Select.class).withLabel("Hour of letters that gather").single().setValue(18);
        spoken("What you hear of The mill").setValue(Attention.NOTHING);
        spoken("By mail from The mill").setValue("DAILY");

        press();

        assertThat(wishes.own(asker))
                .isEqualTo(new Wish(Preset.WEEKLY_LETTER, Map.of("forum", Rhythm.NEVER), DayOfWeek.FRIDAY, 18));
        assertThat(following.own(asker, 10))
                .contains(new Followed(MILL, Attention.NOTHING, Rhythm.DAILY))
                .contains(new Followed(HIDDEN, Attention.EVERYTHING, null));

        spoken("What you hear of The mill").setValue(Attention.EVERYTHING);
        field("Sessions").setValue("");
        press();

        assertThat(wishes.own(asker).groups()).isEmpty();
        assertThat(following.own(asker, 10)).contains(new Followed(MILL, Attention.EVERYTHING, Rhythm.DAILY));
        open();
        assertThat(presets().getValue()).isEqualTo(Preset.WEEKLY_LETTER);
    }

    private void open() {
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        UI.getCurrent().removeAll();
        UI.getCurrent().add(card.card(new Reader(asker, Language.EN, ZoneId.of("Europe/Sofia"))));
    }

    @SuppressWarnings("unchecked") // the page has one group of choices
    private RadioButtonGroup<Preset> presets() {
        return find(RadioButtonGroup.class).single();
    }

    private RhythmField field(String label) {
        return find(RhythmField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // whoever names a field knows what it takes
    private <T> Select<T> spoken(String name) {
        return (Select<T>) find(Select.class).all().stream()
                .filter(field -> field.getAriaLabel().filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void press() {
        test(find(Button.class).withText("Save").single()).click();
    }

    /** A module above that knows a place. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Town {

        @Bean
        FollowedPlaces mill() {
            return new FollowedPlaces() {

                @Override
                public Map<UUID, Place> places(PersonId reader, Collection<UUID> places, Language language) {
                    Map<UUID, Place> named = new HashMap<>();
                    if (places.contains(MILL)) {
                        named.put(MILL, new Place("The mill", Language.EN, "/app/threads/7"));
                    }
                    return named;
                }
            };
        }
    }
}
