package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.kvartal.journeys.Habits.look;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.administration.WatchPages;
import org.kvartal.bench.LivedInHouse;
import org.kvartal.bench.LivedInHouse.Filled;
import org.kvartal.bench.LivedInHouse.Person;
import org.kvartal.bench.LivedInHouse.Writing;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.files.Samples;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.shell.ShellPages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** A house is lost, and made again of its backup at the same address: who comes back finds what they left, and no letter goes out until somebody says so. */
@SpringJUnitConfig
@ExtendWith(Browser.class)
class RestorationJourney {

    private static final int PORT = LivedInHouse.freePort();
    private static final Resident KEEPER =
            new Resident(PersonId.next(), "Ада Хранитель", "keeper@example.org", "three blue doors", Language.RU);
    private static final String SAID = "The press stands in the yard since Tuesday.";
    private static final byte[] MANUAL = Samples.pdf();
    private static final int SAID_BEFORE = 20;

    @TempDir
    Path place;

    /** Where the visitors go, and what its pages say. */
    @Configuration(proxyBeanMethods = false)
    @Import(Messages.class)
    static class Address {

        @Bean
        House house() {
            return new House(
                    "House", "http://localhost:" + PORT, Path.of("target"), false, true, ZoneId.of("Europe/Sofia"));
        }
    }

    @Test
    void whatWasKeptIsOpenedAgain(Visitors visitors) throws Exception {
        Path kept = place.resolve("kept.zip");
        Visitor reader = visitors.reading(Language.EN);
        Filled filled;
        Resident writer;
        Writing writing;
        int before;
        try (LivedInHouse house = LivedInHouse.open(place.resolve("restored-from-house"), PORT, settings(1))) {
            setUp(visitors.onPhone(Language.RU), house.firstLink());
            filled = house.fill(2, 2, 3);
            writer = resident(filled.people().getFirst());
            says(reader, writer, filled.threads().getFirst());
            asksForPassword(reader, filled.people().get(1));
            try (Writing meanwhile = house.write(
                    filled.people().getLast().id(), filled.threadIds().getLast())) {
                writing = meanwhile;
                await().atMost(Browser.PATIENCE).until(() -> meanwhile.acknowledged() > SAID_BEFORE);
                before = meanwhile.acknowledged();
                house.keep(kept);
            }
            reader.open(DiscussionsPages.inWorkspace(filled.threads().getFirst()));
            assertThat(reader.post(SAID)).isVisible();
        }

        LivedInHouse.restore(kept, place.resolve("restored-house"));

        GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
        mail.start();
        try (LivedInHouse house = LivedInHouse.open(
                place.resolve("restored-house"), PORT, settings(mail.getSmtp().getPort()))) {
            assertThat(writing.lost(house, before)).isZero();
            comesBack(reader, writer, filled.threads().getFirst());
            asksForPassword(reader, filled.people().get(1));
            // Whoever asks now gets their letter; the one that waited in the backup is not sent with it.
            arrives(mail, 1, filled.people().get(1));
            letsLettersGo(visitors.onPhone(Language.RU));
            asksForPassword(reader, filled.people().getLast());
            arrives(mail, 2, filled.people().getLast());
            seesWhatWasGivenUp(visitors.reading(Language.RU));
        } finally {
            mail.stop();
        }
    }

    /** Nothing listens on the first port: there all letters wait. */
    private static String[] settings(int mailPort) {
        return new String[] {
            "--kvartal.languages=ru,en", "--spring.mail.host=127.0.0.1", "--spring.mail.port=" + mailPort
        };
    }

    private static Resident resident(Person person) {
        return new Resident(person.id(), person.name(), person.email(), person.password(), Language.EN);
    }

    private static void setUp(Visitor keeper, String link) {
        keeper.open(link + "&language=ru");
        keeper.field("administration.field.name").fill("Дом у реки");
        keeper.field("administration.begin.person-name").fill(KEEPER.name());
        keeper.field("accounts.field.email").fill(KEEPER.email());
        keeper.field("accounts.field.password").fill(KEEPER.password());
        keeper.button("administration.begin.send").click();
        assertThat(keeper.page()).hasURL(Pattern.compile(".*/app.*"));
    }

    private static void says(Visitor visitor, Resident writer, long thread) {
        visitor.signIn(writer, DiscussionsPages.inWorkspace(thread));
        visitor.button("discussions.app.write.text-hint").click();
        visitor.field("discussions.app.write.text-label").fill(SAID);
        visitor.page().locator("input[type=file]").setInputFiles(new FilePayload[] {
            new FilePayload("press.png", "image/png", Samples.png(600, 400)),
            new FilePayload("manual.pdf", "application/pdf", MANUAL)
        });
        assertThat(visitor.page().locator(".composer-file progress")).hasCount(0);
        visitor.button("discussions.app.write.send").click();
        assertThat(visitor.post(SAID).getByRole(AriaRole.LINK, linkTo("manual.pdf")))
                .isVisible();
    }

    /** The sign-in of the lost house opens nothing; what was written is there. */
    private static void comesBack(Visitor visitor, Resident writer, long thread) {
        visitor.open(DiscussionsPages.inWorkspace(thread));
        assertThat(visitor.heading()).hasText(visitor.words("accounts.sign-in.title"));
        look(visitor);
        visitor.field("accounts.field.email").fill(writer.email());
        visitor.field("accounts.field.password").fill(writer.password());
        visitor.button("accounts.sign-in.send").click();

        Locator post = visitor.post(SAID);
        assertThat(post).containsText(writer.name());
        Locator picture = post.getByRole(AriaRole.IMG, new Locator.GetByRoleOptions().setName("press"));
        assertThat(picture).isVisible();
        await().atMost(Browser.PATIENCE)
                .untilAsserted(() ->
                        assertThat(picture.evaluate("img => img.naturalWidth")).isEqualTo(600));
        String file = post.getByRole(AriaRole.LINK, linkTo("manual.pdf")).getAttribute("href");
        assertThat(visitor.page().request().get(file).body()).isEqualTo(MANUAL);
        look(visitor);
    }

    private static void asksForPassword(Visitor visitor, Person person) {
        visitor.open(AccountsPages.reset(visitor.language()));
        visitor.field("accounts.field.email").fill(person.email());
        visitor.button("accounts.reset.send").click();
        assertThat(visitor.heading()).hasText(visitor.words("accounts.reset.sent-title"));
    }

    private static void arrives(GreenMail mail, int count, Person to) throws MessagingException {
        assertThat(mail.waitForIncomingEmail(Browser.PATIENCE.toMillis(), count))
                .isTrue();
        MimeMessage[] letters = mail.getReceivedMessages();
        assertThat(letters).hasSize(count);
        assertThat(letters[count - 1].getAllRecipients())
                .extracting(Object::toString)
                .singleElement()
                .asString()
                .contains(to.email());
    }

    /** What waits is told on the first page, and answered with one press. */
    private static void letsLettersGo(Visitor keeper) {
        keeper.signIn(KEEPER, AccountsPages.SETTINGS);
        keeper.open(ShellPages.HOME);
        keeper.link("administration.task.letters-held").first().click();
        assertThat(keeper.heading()).hasText(keeper.words("administration.backups.title"));
        Locator held = keeper.page().getByText(keeper.words("administration.backups.held-letters", 0));
        assertThat(held).isVisible();
        look(keeper);

        keeper.button("administration.backups.release").click();

        assertThat(held).hasCount(0);
        assertThat(keeper.button("administration.backups.release")).hasCount(0);
        look(keeper);
        keeper.open(ShellPages.HOME);
        assertThat(keeper.heading()).isVisible();
        assertThat(keeper.link("administration.task.letters-held")).hasCount(0);
        keeper.hasHeardNoComplaint();
    }

    /** One letter waited in the backup. */
    private static void seesWhatWasGivenUp(Visitor keeper) {
        keeper.signIn(KEEPER, WatchPages.WATCH);
        assertThat(keeper.page()
                        .getByRole(AriaRole.LISTITEM)
                        .filter(Habits.saying(keeper.words("administration.cause.restored"))))
                .hasCount(1);
        look(keeper);
        keeper.hasHeardNoComplaint();
    }

    private static Locator.GetByRoleOptions linkTo(String file) {
        return new Locator.GetByRoleOptions().setName(file);
    }
}
