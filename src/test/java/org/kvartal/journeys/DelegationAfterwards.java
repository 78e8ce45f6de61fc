package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kvartal.journeys.DelegationDesk.chooses;
import static org.kvartal.journeys.DelegationDesk.choosesMember;
import static org.kvartal.journeys.Habits.act;
import static org.kvartal.journeys.Habits.look;
import static org.kvartal.journeys.Habits.path;
import static org.kvartal.journeys.Habits.saying;
import static org.kvartal.journeys.Habits.send;
import static org.kvartal.journeys.Habits.worded;

import com.microsoft.playwright.options.FilePayload;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.files.Samples;
import org.kvartal.journeys.DelegationCast.Delegation;
import org.kvartal.journeys.DelegationCast.Screens;
import org.kvartal.journeys.DelegationCast.Visit;
import org.kvartal.missions.MissionPages;

/** What comes of a mission: something is signed, everybody may read it, and the coordinator writes down how it was. */
final class DelegationAfterwards {

    private final DelegationCast cast;
    private final Screens screens;
    private final String code;

    DelegationAfterwards(DelegationCast cast, Screens screens, String code) {
        this.cast = cast;
        this.screens = screens;
        this.code = code;
    }

    /** Between the first host and the first delegation. */
    String anAgreementIsEntered() {
        Visitor desk = screens.desk();
        desk.link("missions.app.trip-agreement").click();
        assertThat(desk.heading()).hasText(desk.words("missions.deal.new"));
        worded(desk, "missions.deal.field.title").fill(cast.agreement());
        String other = host().place().name();
        chooses(desk, desk.choice("missions.deal.field.party", 1), other, other);
        choosesMember(desk, desk.choice("missions.deal.field.party", 2), guest().name());
        desk.button(desk.page().locator(".sheet"), "shell.ask.more").click();
        worded(desk, "missions.deal.field.summary").fill(cast.summary());
        look(desk);
        send(desk, "missions.deal.enter");
        assertThat(desk.heading()).hasText(cast.agreement());
        look(desk);
        desk.page()
                .locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(cast.agreement() + ".pdf", "application/pdf", Samples.pdf()));
        assertThat(desk.page().locator(".hash")).isVisible();
        return path(desk);
    }

    private Visit host() {
        return cast.visits().getFirst();
    }

    private Delegation guest() {
        return cast.delegations().getFirst();
    }

    /** The office for the host, which has no account; the member's own voice for itself. With the second signature it is in force. */
    void bothPartiesSign(String agreement) {
        Visitor desk = screens.desk();
        signs(desk, host().place().name(), guest().head());
        says(desk, desk.words("missions.agreement-state.signed-partly"));
        Visitor chair = screens.chair();
        chair.open(agreement);
        assertThat(chair.heading()).hasText(cast.agreement());
        look(chair);
        signs(chair, guest().name(), cast.chair().name());
        says(chair, chair.words("missions.agreement-state.in-force"));
        look(chair);
        says(desk, desk.words("missions.agreement-state.in-force"));
        look(desk);
    }

    private static void signs(Visitor visitor, String party, String signer) {
        visitor.button("missions.deal.sign-of", party).click();
        visitor.field("missions.deal.field.signer").fill(signer);
        look(visitor);
        send(visitor, "missions.app.save");
    }

    void everybodyReadsWhatWasAgreed() {
        Visitor outside = screens.outside();
        String prefix = "/" + cast.language().code();
        outside.open(prefix + MissionPages.PUBLIC_MISSIONS);
        says(outside, cast.agreement());
        says(outside, cast.summary());
        look(outside);
        outside.titled(cast.title()).first().click();
        assertThat(outside.heading()).hasText(cast.title());
        assertThat(outside.titled(host().place().name()).first()).isVisible();
        for (Delegation one : cast.delegations()) {
            assertThat(outside.page().getByText(one.head())).hasCount(0);
        }
        look(outside);
        standsInTheDirectory(outside, prefix, host().place(), cast.association());
        standsInTheDirectory(outside, prefix, cast.association(), host().place());
    }

    /** The directory hears of it a moment later. */
    private static void standsInTheDirectory(
            Visitor outside, String prefix, DelegationCast.Page of, DelegationCast.Page with) {
        await().pollInSameThread().atMost(Browser.PATIENCE).until(() -> {
            outside.open(prefix + AlliancePages.inPublic(of.slug()));
            return outside.page()
                            .locator(".entry-relations")
                            .filter(saying(with.name()))
                            .count()
                    > 0;
        });
        assertThat(outside.heading()).hasText(of.name());
        look(outside);
    }

    private static void says(Visitor visitor, String words) {
        assertThat(visitor.page().getByText(words).first()).isVisible();
    }

    /** The task stands on the first page, and leads to where it is done. */
    void theCoordinatorWritesDownHowItWas() {
        Visitor desk = screens.desk();
        desk.open("/app");
        await().pollInSameThread().atMost(Browser.PATIENCE).until(() -> {
            desk.page().reload();
            desk.heading().waitFor();
            return desk.titled(desk.words("missions.task.debrief", code)).count() > 0;
        });
        look(desk);
        desk.titled(desk.words("missions.task.debrief", code)).first().click();
        assertThat(desk.heading()).hasText(cast.title());
        desk.button("missions.app.trip-look").click();
        desk.field("missions.trip.field.found").fill(cast.found());
        look(desk);
        send(desk, "missions.app.save");
        says(desk, cast.found());
        desk.button("missions.trip.reach-of", cast.goal()).click();
        desk.field("missions.trip.field.reached").fill("1");
        send(desk, "missions.app.save");
        says(desk, desk.words("missions.trip.reached", 1, 1));
        look(desk);
        act(desk, "missions.app.trip-finish");
        says(desk, desk.words("missions.mission-state.done"));
        desk.open("/app");
        assertThat(desk.heading()).isVisible();
        assertThat(desk.titled(desk.words("missions.task.debrief", code))).hasCount(0);
    }
}
