package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.kvartal.journeys.Habits.look;
import static org.kvartal.journeys.Habits.path;
import static org.kvartal.journeys.Habits.saying;
import static org.kvartal.journeys.Habits.send;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.kvartal.seminars.SeminarPages;
import org.springframework.beans.factory.annotation.Autowired;

/** A seminar from its title to a certificate that everybody checks, and a seat that goes from one to the next. */
@Journey
class SeminarJourney {

    @Autowired
    Residents residents;

    @Autowired
    Surroundings surroundings;

    @ParameterizedTest
    @EnumSource(names = {"EN", "RU"})
    void whatWasLearnedIsCertifiedAndEverybodyChecksIt(Language language, Visitors visitors) {
        Resident lead = residents.officer("Olga Seminar-" + language.code(), language);
        Resident member = residents.member("Mila Seminar-" + language.code(), language);
        String title = "Setting type by hand " + language.code();
        Visitor desk = language == Language.EN ? visitors.reading(language) : visitors.onPhone(language);
        Visitor mila = visitors.onPhone(language);
        Visitor outside = language == Language.EN ? visitors.onPhone(language) : visitors.reading(language);

        desk.signIn(lead, "/app/seminars");
        look(desk);
        String slug = aSeminarIsBegunAndAnnounced(desk, title);

        outside.open("/" + language.code() + "/seminars");
        look(outside);
        outside.titled(title).click();
        assertThat(outside.heading()).hasText(title);
        assertThat(outside.link("seminars.public.register")).isVisible();
        look(outside);

        mila.signIn(member, SeminarPages.seminar(slug));
        settle(mila, "seminars.app.register");
        assertThat(mila.page().getByText(mila.words("seminars.place.confirmed")).first())
                .isVisible();
        look(mila);

        surroundings.letsBegin(lead, slug);
        desk.open(SeminarPages.checkIn(slug));
        desk.field("seminars.field.find-name").fill(member.name());
        desk.button("seminars.app.let-in-one", member.name()).click();
        assertThat(desk.page().locator(".check-in-name")).hasText(member.name());
        look(desk);

        surroundings.letsPass(lead, slug);
        desk.open(SeminarPages.desk(slug) + "/certificates");
        settle(desk, "seminars.app.finish");
        settle(desk, "seminars.app.issue");
        assertThat(desk.link("seminars.app.verify")).isVisible();
        look(desk);

        mila.open("/app/" + SeminarPages.CERTIFICATES);
        Locator check = mila.link("seminars.app.verify");
        assertThat(check).isVisible();
        look(mila);
        String verify = Objects.requireNonNull(check.getAttribute("href"));
        outside.open(verify + "?language=" + language.code());
        assertThat(outside.page().locator(".verify-facts")).containsText(member.name());
        assertThat(outside.page().locator(".verify-facts")).containsText(title);
        assertThat(outside.page().locator(".verify-state")).containsText(outside.words("seminars.verify.valid"));
        look(outside);
        outside.open(verify.substring(0, verify.length() - 1) + "?language=" + language.code());
        assertThat(outside.heading()).isVisible();
        assertThat(outside.page().locator("main")).not().containsText(member.name());

        desk.hasHeardNoComplaint();
        mila.hasHeardNoComplaint();
    }

    /** Opens a form and sends it: what it says last is what it does. */
    private static void settle(Visitor visitor, String key) {
        visitor.button(key).first().click();
        send(visitor, key + "-now");
    }

    /** Its address. */
    private String aSeminarIsBegunAndAnnounced(Visitor desk, String title) {
        desk.link("seminars.app.new").click();
        assertThat(desk.heading()).hasText(desk.words("seminars.app.new"));
        desk.page().getByLabel(desk.words("seminars.field.title")).first().fill(title);
        Visitor.setsDay(
                desk.field("seminars.field.date").first(), surroundings.today().plusDays(10));
        desk.field("seminars.field.place").first().fill("Letterpress hall");
        look(desk);
        desk.button("seminars.app.begin").click();
        assertThat(desk.heading()).hasText(title);
        look(desk);
        String slug = path(desk).replaceAll(".*/seminars/([^/]+).*", "$1");
        settle(desk, "seminars.app.publish");
        settle(desk, "seminars.app.open-registration");
        assertThat(desk.page()
                        .getByText(desk.words("seminars.state.registration-open"))
                        .first())
                .isVisible();
        return slug;
    }

    @ParameterizedTest
    @EnumSource(names = {"EN", "RU"})
    void aSeatThatNobodyWantsGoesToTheNext(Language language, Visitors visitors) {
        String mark = language.code();
        Resident lead = residents.officer("Olga Queue-" + mark, language);
        Resident first = residents.member("Fedya First-" + mark, language);
        Resident second = residents.member("Sava Second-" + mark, language);
        residents.association("Guild of queues " + mark, second);
        String guest = "queue-" + mark + "@example.org";
        String slug = surroundings.seminar(lead, "One seat " + mark, 1);
        Visitor fedya = visitors.onPhone(language);
        Visitor sava = visitors.reading(language);
        Visitor kolya = visitors.onPhone(language);

        fedya.signIn(first, SeminarPages.seminar(slug));
        settle(fedya, "seminars.app.register");
        assertThat(fedya.page()
                        .getByText(fedya.words("seminars.place.confirmed"))
                        .first())
                .isVisible();
        sava.signIn(second, SeminarPages.seminar(slug));
        settle(sava, "seminars.app.register");
        assertThat(sava.page().getByText(sava.words("seminars.wait.full", 1))).isVisible();
        look(sava);
        sava.button("seminars.app.register-colleague").click();
        sava.field("seminars.field.name").fill("Kolya Queue-" + mark);
        sava.field("seminars.field.email").fill(guest);
        send(sava, "seminars.app.register-them");
        look(sava);

        kolya.openLetterTo(guest);
        kolya.follow(kolya.inLetter(AriaRole.LINK, "seminars.letter.place-started.button"));
        look(kolya);
        kolya.button("seminars.place-page.confirm").click();
        assertThat(kolya.page().getByText(kolya.words("seminars.wait.full", 2))).isVisible();
        look(kolya);

        settle(fedya, "seminars.app.withdraw");
        assertThat(sava.button("seminars.app.accept")).isVisible();
        look(sava);
        sava.button("seminars.app.refuse-offer").click();
        send(sava, "seminars.app.withdraw-now");
        assertThat(sava.button("seminars.app.accept")).hasCount(0);

        kolya.openLetterTo(guest, "seminars.letter.place-offered.subject", "", "One seat " + mark);
        kolya.follow(kolya.inLetter(AriaRole.LINK, "seminars.letter.place-offered.button"));
        assertThat(kolya.page()
                        .getByRole(AriaRole.HEADING)
                        .filter(saying(kolya.words("seminars.place-page.state.offered"))))
                .isVisible();
        look(kolya);
        kolya.button("seminars.place-page.accept").click();
        assertThat(kolya.page()
                        .getByRole(AriaRole.HEADING)
                        .filter(saying(kolya.words("seminars.place-page.state.confirmed"))))
                .isVisible();
        look(kolya);
        fedya.hasHeardNoComplaint();
        sava.hasHeardNoComplaint();
        kolya.hasHeardNoComplaint();
    }
}
