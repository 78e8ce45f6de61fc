package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kvartal.journeys.Habits.choose;
import static org.kvartal.journeys.Habits.find;
import static org.kvartal.journeys.Habits.lastOf;
import static org.kvartal.journeys.Habits.look;
import static org.kvartal.journeys.Habits.path;
import static org.kvartal.journeys.Habits.saying;
import static org.kvartal.journeys.Habits.send;
import static org.kvartal.journeys.Habits.worded;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.kvartal.missions.MissionPages;
import org.kvartal.shell.ShellPages;
import org.springframework.beans.factory.annotation.Autowired;

/** A consultant helps a school that is no member, from the first day of a project to what came of it; the school has no account. */
@Journey
class ProjectJourney {

    /** Where the words of the plan stand that the project begins with. */
    static final String PLAN = "missions.template.project-support.";

    @Autowired
    Residents residents;

    @Autowired
    Surroundings surroundings;

    @ParameterizedTest
    @EnumSource(names = {"EN", "RU"})
    void whatAConsultantDoesIsConfirmedDecidedAndVerifiedByOthers(Language language, Visitors visitors)
            throws IOException {
        Cast cast = gather(language);
        boolean wide = language == Language.EN;
        Visitor desk = wide ? visitors.reading(language) : visitors.onPhone(language);
        Visitor kira = wide ? visitors.onPhone(language) : visitors.reading(language);
        Visitor client = visitors.onPhone(language);
        Visitor verifier = wide ? visitors.onPhone(language) : visitors.reading(language);

        String code = aProjectIsBegun(desk, cast);
        kira.signIn(cast.consultant(), ShellPages.path(MissionPages.PROJECTS));
        Mentoring.findsProject(kira, cast.title());
        Mentoring.opensStageAhead(kira);
        Mentoring.addsTask(kira, "Count the pupils");
        Mentoring.ticksOff(kira, kira.words(PLAN + "idea.task"));
        Mentoring.writesMeetingDown(kira, 90);
        String link = theClientSaysThatItWasOtherwise(client, cast);
        Mentoring.correctsMeeting(kira, "It took an hour.", 60);
        theClientStandsByIt(client, cast, link);
        assertThat(Mentoring.meeting(kira)).containsText(kira.words("missions.log-state.confirmed"));
        look(kira);
        aGateIsAskedForAndDecided(kira, desk, cast, code);
        theClientCountersigns(client, kira, cast, code);
        Mentoring.reportsResult(kira, "120");
        somebodyElseVerifiesIt(verifier, cast, code);
        says(kira, kira.words("missions.result-state.verified"));
        look(kira);
        theOfficeSeesAllAndTakesTheHoursAway(desk, cast, code);
        for (Visitor one : List.of(desk, kira, verifier)) {
            one.hasHeardNoComplaint();
        }
    }

    /**
     * @param officer whoever coordinates
     * @param second somebody else of the office, who verifies
     * @param client a school of the directory
     */
    private record Cast(
            Language language,
            Resident officer,
            Resident consultant,
            Resident second,
            String client,
            String mail,
            String title) {}

    private Cast gather(Language language) {
        String mark = language.code();
        String school = "School of looms " + mark;
        String mail = "looms-" + mark + "@example.org";
        surroundings.school(school, mail, language);
        return new Cast(
                language,
                residents.officer("Olga Project-" + mark, language),
                residents.member("Kira Project-" + mark, language),
                residents.officer("Sava Project-" + mark, language),
                school,
                mail,
                "Twenty looms " + mark);
    }

    /** @return its code */
    private static String aProjectIsBegun(Visitor desk, Cast cast) {
        desk.signIn(cast.officer(), ShellPages.path(MissionPages.PROJECTS));
        look(desk);
        desk.link("missions.project.new").first().click();
        assertThat(desk.heading()).hasText(desk.words("missions.project.new"));
        worded(desk, "missions.project.field.title").fill(cast.title());
        find(desk, "missions.project.field.client", cast.client());
        find(desk, "missions.project.field.consultant", cast.consultant().name());
        worded(desk, "missions.project.field.goal").fill("Twenty pupils weave by spring.");
        choose(desk, "missions.project.field.template", desk.words("missions.template.project-support"));
        desk.field("missions.project.field.contact").fill("Ada Loom");
        desk.field("missions.project.field.email").fill(cast.mail());
        look(desk);
        desk.button("missions.project.begin").click();
        assertThat(desk.heading()).hasText(cast.title());
        assertThat(stage(desk)).hasText(desk.words(PLAN + "idea.title"));
        look(desk);
        return lastOf(path(desk));
    }

    /** @return where the letter's link has led to */
    private static String theClientSaysThatItWasOtherwise(Visitor client, Cast cast) {
        followsLetter(client, cast);
        says(client, client.words("missions.log.minutes", 90));
        look(client);
        answer(client, "missions.log.wrong").check();
        client.field("missions.project.field.objection").fill("It took an hour.");
        look(client);
        client.button("missions.log.send").click();
        says(client, client.words("missions.link.thanks"));
        says(client, client.words("missions.log.disagreed"));
        look(client);
        return client.page().url();
    }

    /** @param before the link of the letter that asked about another length */
    private static void theClientStandsByIt(Visitor client, Cast cast, String before) {
        client.hasHeardNoComplaint();
        client.open(before);
        assertThat(client.heading()).hasText(client.words("missions.link.gone"));
        look(client);
        client.openLetterTo(cast.mail(), 2);
        followsLink(client);
        says(client, client.words("missions.log.minutes", 60));
        answer(client, "missions.log.right").check();
        client.button("missions.log.send").click();
        says(client, client.words("missions.log.said-confirmed"));
        look(client);
    }

    private static void followsLetter(Visitor client, Cast cast) {
        client.openLetterTo(cast.mail());
        followsLink(client);
    }

    private static void followsLink(Visitor client) {
        client.follow(client.inLetter(AriaRole.LINK, "missions.letter.log.button"));
    }

    private static Locator answer(Visitor client, String key) {
        return client.page().getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(client.words(key)));
    }

    private static void aGateIsAskedForAndDecided(Visitor kira, Visitor desk, Cast cast, String code) {
        Mentoring.finishesStage(kira);
        assertThat(stage(kira)).hasText(kira.words(PLAN + "plan.title"));
        Mentoring.asksForDecision(kira, "The budget is covered.");

        desk.open(ShellPages.HOME);
        desk.titled(desk.words("missions.task.gate", code)).first().click();
        assertThat(desk.heading()).hasText(cast.title());
        says(desk, "The budget is covered.");
        look(desk);
        desk.button("missions.app.project-decide").click();
        choose(desk, "missions.project.field.verdict", desk.words("missions.verdict.go"));
        look(desk);
        send(desk, "missions.app.project-decide");
        for (Visitor one : List.of(desk, kira)) {
            assertThat(stage(one)).hasText(one.words(PLAN + "means.title"));
            assertThat(one.page().locator(".gate")).containsText(cast.officer().name());
        }
    }

    /** By the link of a letter of its own. */
    private static void theClientCountersigns(Visitor client, Visitor kira, Cast cast, String code) {
        says(kira, kira.words("missions.client-word.awaited"));
        client.openLetterTo(cast.mail(), "missions.letter.gate.subject", "", code);
        client.follow(client.inLetter(AriaRole.LINK, "missions.letter.gate.button"));
        says(client, cast.officer().name());
        answer(client, "missions.gate.sign").check();
        look(client);
        client.button("missions.gate.send").click();
        says(client, client.words("missions.gate.said-signed"));
        look(client);
        says(kira, kira.words("missions.client-word.signed"));
    }

    private static void somebodyElseVerifiesIt(Visitor verifier, Cast cast, String code) {
        verifier.signIn(cast.second(), MissionPages.project(code));
        look(verifier);
        verifier.button("missions.app.project-verify").click();
        assertThat(verifier.page().locator(".sheet"))
                .containsText("120 · " + verifier.words("missions.result-kind.audience"));
        verifier.field("missions.project.field.verdict-words").fill("I have counted the guests.");
        look(verifier);
        send(verifier, "missions.app.project-verify");
        says(verifier, verifier.words("missions.result-state.verified"));
    }

    private static void theOfficeSeesAllAndTakesTheHoursAway(Visitor desk, Cast cast, String code) throws IOException {
        desk.open(ShellPages.path(MissionPages.PROJECTS));
        desk.link("missions.project.whose-all").click();
        Locator row = desk.page().getByRole(AriaRole.LISTITEM).filter(saying(code));
        assertThat(row).containsText(cast.client());
        assertThat(row).containsText(desk.words(PLAN + "means.title"));
        assertThat(row).containsText(Mentoring.hours(desk, 60));
        look(desk);
        Download file = desk.page()
                .waitForDownload(() -> desk.link("missions.project.hours-csv").click());
        String table = Files.readString(file.path());
        List<CsvRecord> rows;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(cast.language() == Language.EN ? ',' : ';')
                .ofCsvRecord(table)) {
            rows = reader.stream().toList();
        }
        Assertions.assertThat(rows)
                .map(CsvRecord::getFields)
                .contains(List.of(
                        code,
                        cast.title(),
                        cast.client(),
                        cast.consultant().name(),
                        desk.words("missions.state.running"),
                        "1",
                        "60",
                        "60",
                        "1"));
    }

    /** The stage that is worked on. */
    private static Locator stage(Visitor visitor) {
        return visitor.page().locator(".stages [aria-current=step] .stage-name");
    }

    static void says(Visitor visitor, String words) {
        assertThat(visitor.page().getByText(words).first()).isVisible();
    }
}
