package org.kvartal.forum.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.forum.Forums;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;

/** Somebody of the office sets up a series once; its next session stands as a draft, and is planned by hand where there is no series. */
class UC100SetUpSeriesTests extends Hall {

    private final String name = "Forum " + Ids.next();

    @Test
    void aSeriesIsSetUpWithWhatEachSessionBeginsWith() {
        go("sessions");
        assertThat(heading()).isEqualTo("Sessions of the Forum");
        go("sessions/series/new");

        type("Name (English)", name);
        LocalDate first = LocalDate.ofInstant(clock.instant(), Forums.SOFIA).plusDays(3);
        day("First day").setValue(first);
        assertThat(page()).contains("The next dates:");
        type("Place", "Letterpress hall");
        press("Add a section");
        type("Section (English)", "Opening");
        press("Add a standing item");
        type("Standing item (English)", "Welcome");
        press("Set up the series");

        assertThat(toast()).contains("The series is set up");
        SessionCard draft = drafted();
        assertThat(draft.starts()).isEqualTo(first.atTime(LocalTime.of(18, 0)));
        assertThat(agenda.desk(HOUSE, draft.code())
                        .orElseThrow()
                        .parts()
                        .getFirst()
                        .items())
                .singleElement()
                .satisfies(item -> assertThat(item.title().in(Language.EN)).isEqualTo("Welcome"));
        assertThat(page()).contains(name, "Draft");
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndWhatWasTypedStays() {
        go("sessions/series/new");

        press("Set up the series");
        assertThat(field("Name (English)").getErrorMessage()).isEqualTo("This is needed.");
        type("Name (English)", name);
        day("First day")
                .setValue(LocalDate.ofInstant(clock.instant(), Forums.SOFIA).plusDays(3));
        press("Set up the series");

        assertThat(field("Place").getErrorMessage()).isEqualTo("Name a place, or the link of a call, or both.");
        assertThat(field("Name (English)").getValue()).isEqualTo(name);
        type("Link of the call", "https://call.example.org/x");
        press("Set up the series");
        assertThat(drafted().remote()).isTrue();
    }

    @Test
    void aSeriesIsChangedAndEnded() {
        SeriesId id = weekly(name);
        go("sessions/series/" + id);
        assertThat(heading()).isEqualTo(name);
        assertThat(page()).contains("Further dates");

        press("Edit");
        type("Place", "Another hall");
        press("Save");
        assertThat(series.find(HOUSE, id).orElseThrow().content().venue().place())
                .isEqualTo("Another hall");
        press("End the series");
        send("End the series");
        assertThat(area("Reason").getErrorMessage()).isEqualTo("This is needed.");
        write("Reason", "Nobody comes.");
        send("End the series");

        assertThat(page()).contains("Ended");
        assertThat(offers("Edit")).isFalse();
    }

    @Test
    void aSingleSessionIsPlannedAndLeadsToItsAgenda() {
        go("sessions/new");

        type("Title (English)", name);
        day("Day").setValue(LocalDate.ofInstant(clock.instant(), Forums.SOFIA).plusDays(9));
        type("Place", "Letterpress hall");
        press("Make the draft");

        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("sessions/" + drafted().code() + "/agenda");
        assertThat(heading()).isEqualTo(name);
    }

    @Test
    void membersSeeNeitherDraftsNorTheirMaking() {
        SeriesId id = weekly(name);
        sitDown("Mila", Role.MEMBER);

        go("sessions");

        assertThat(page())
                .contains(name)
                .doesNotContain(
                        "Draft", "New series", "New session", session(id).code());
    }

    private SessionCard drafted() {
        return sessions.coming(HOUSE).stream()
                .filter(one -> one.title().in(Language.EN).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
