package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kvartal.journeys.Habits.act;
import static org.kvartal.journeys.Habits.choose;
import static org.kvartal.journeys.Habits.look;
import static org.kvartal.journeys.Habits.send;
import static org.kvartal.journeys.Habits.worded;

import com.microsoft.playwright.Locator;

/** What a consultant does on the page of a project. */
final class Mentoring {

    private Mentoring() {}

    /** From the list of those that they lead. */
    static void findsProject(Visitor consultant, String title) {
        look(consultant);
        consultant.titled(title).click();
        assertThat(consultant.heading()).hasText(title);
        look(consultant);
    }

    /** Looks what is planned for a stage that has not begun. */
    static void opensStageAhead(Visitor consultant) {
        Locator planned = consultant.page().getByText(consultant.words(ProjectJourney.PLAN + "means.goal"));
        assertThat(planned).isHidden();
        consultant.button("missions.project.planned", 3).nth(1).click();
        assertThat(planned).isVisible();
        look(consultant);
    }

    /** To the stage that is worked on. */
    static void addsTask(Visitor consultant, String task) {
        consultant.button("missions.app.project-plan").first().click();
        worded(consultant, "missions.project.field.item").fill(task);
        look(consultant);
        send(consultant, "missions.app.save");
        assertThat(due(consultant)).containsText(task);
    }

    static void ticksOff(Visitor consultant, String task) {
        consultant.box(task).first().click();
        assertThat(due(consultant)).not().containsText(task);
        assertThat(consultant.box(task)).isChecked();
        look(consultant);
    }

    static void writesMeetingDown(Visitor consultant, int minutes) {
        consultant.button("missions.app.project-write").click();
        consultant.field("missions.project.field.topics").fill("We drew the budget.");
        consultant.field("missions.project.field.agreed").fill("The school asks the city for a room.");
        consultant.field("missions.project.field.minutes").fill(Integer.toString(minutes));
        look(consultant);
        send(consultant, "missions.app.save");
        assertThat(meeting(consultant)).containsText(hours(consultant, minutes));
        assertThat(meeting(consultant)).containsText(consultant.words("missions.log-state.waiting"));
    }

    /** @param objection what the client has said */
    static void correctsMeeting(Visitor consultant, String objection, int minutes) {
        assertThat(meeting(consultant)).containsText(objection);
        look(consultant);
        consultant.button("missions.app.project-reword").click();
        consultant.field("missions.project.field.minutes").fill(Integer.toString(minutes));
        send(consultant, "missions.app.save");
        assertThat(meeting(consultant)).containsText(hours(consultant, minutes));
    }

    static void finishesStage(Visitor consultant) {
        act(consultant, "missions.app.project-finish");
    }

    /** At the gate of the stage that is worked on, where they do not decide themselves. */
    static void asksForDecision(Visitor consultant, String why) {
        consultant.button("missions.app.project-ask").click();
        consultant.field("missions.project.field.note").fill(why);
        look(consultant);
        send(consultant, "missions.app.project-ask");
        assertThat(consultant.page().locator(".stages [aria-current=step]"))
                .containsText(consultant.words("missions.stage-state.at-gate"));
        assertThat(consultant.button("missions.app.project-decide")).hasCount(0);
        look(consultant);
    }

    /** That so many people came, which somebody else has to verify. */
    static void reportsResult(Visitor consultant, String audience) {
        consultant.button("missions.app.project-report").click();
        choose(consultant, "missions.project.field.result-kind", consultant.words("missions.result-kind.audience"));
        consultant.field("missions.project.field.value").fill(audience);
        consultant.field("missions.project.field.result-text").fill("The first open day was full.");
        consultant.field("missions.project.field.evidence").fill("https://looms.example.org/open-day");
        look(consultant);
        send(consultant, "missions.app.save");
        ProjectJourney.says(consultant, consultant.words("missions.result-state.reported"));
        assertThat(consultant.button("missions.app.project-verify")).hasCount(0);
    }

    /** How long a meeting was, as a page says it. */
    static String hours(Visitor visitor, int minutes) {
        return visitor.words("missions.project.hours", "%d:%02d".formatted(minutes / 60, minutes % 60));
    }

    /** The one row of the log. */
    static Locator meeting(Visitor consultant) {
        return consultant.page().locator(".diary-row");
    }

    private static Locator due(Visitor consultant) {
        return consultant.page().locator(".project-due");
    }
}
