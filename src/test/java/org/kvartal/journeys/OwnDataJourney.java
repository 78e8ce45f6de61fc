package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.Erasures;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody looks at what the house keeps about them, takes it along and leaves; what they wrote stays. */
@Journey
class OwnDataJourney {

    @Autowired
    Residents residents;

    @Autowired
    PassingTime time;

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"EN", "RU"})
    void somebodySeesTheirDataTakesThemAlongAndGoes(Language language, Visitors visitors) {
        Resident ada = residents.member("Ada Leaver " + language.code(), language);
        Resident bo = residents.member("Bo Stayer", language);
        String path = residents.thread(ada, "Leaving " + language.code(), "My words stay here " + language.code());
        Visitor leaver = language == Language.RU ? visitors.onPhone(language) : visitors.reading(language);

        leaver.signIn(ada, AccountsPages.SETTINGS);
        leaver.link("accounts.settings.own-data-open").click();
        assertThat(leaver.heading()).hasText(leaver.words("accounts.own-data.title"));
        assertThat(leaver.page()
                        .getByText(
                                leaver.words("discussions.own.posts-sight.what"),
                                new GetByTextOptions().setExact(true)))
                .isVisible();
        Habits.look(leaver);

        Map<String, String> copy = copied(leaver);
        assertThat(copy).containsKeys("index.html", "accounts/profile.json", "discussions/posts.json");
        assertThat(copy.get("discussions/posts.json")).contains("My words stay here");
        assertThat(copy.get("index.html"))
                .contains(leaver.words("discussions.own.posts"))
                .contains("lang=\"" + language.code() + "\"");
        Habits.look(leaver);

        leaver.button("accounts.own-data.erase-begin").click();
        Habits.look(leaver);
        leaver.field("accounts.field.present-password").fill(ada.password());
        leaver.button("accounts.own-data.erase-press").click();
        assertThat(leaver.heading()).hasText(leaver.words("accounts.closed.title"));
        leaver.findsNoBarrier();

        leaver.hasHeardNoComplaint();

        // A refused form is an error to the browser: this one is not asked what it has heard.
        Visitor outside = visitors.reading(language);
        triesToSignIn(outside, ada);
        assertThat(outside.page()
                        .getByText(outside.words("accounts.sign-in.leaving", "").substring(0, 20)))
                .isVisible();

        time.endsWeekOf(ada.id());
        Visitor reader = visitors.reading(language);
        reader.signIn(bo, path);
        await().atMost(Browser.PATIENCE).untilAsserted(() -> {
            reader.page().reload();
            assertThat(reader.post("My words stay here").textContent()).contains(reader.words("accounts.former"));
        });
        assertThat(reader.post("My words stay here")).not().containsText("Ada Leaver");
        reader.open("/" + language.code() + path.substring("/app".length()));
        assertThat(reader.post("My words stay here")).containsText(reader.words("accounts.former"));
        assertThat(reader.post("My words stay here")).not().containsText("Ada Leaver");
        reader.findsNoBarrier();

        triesToSignIn(outside, ada);
        assertThat(outside.page().getByText(outside.words("accounts.sign-in.wrong")))
                .isVisible();
        reader.hasHeardNoComplaint();
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, names = "BG")
    void theButtonOfTheLetterKeepsTheAccount(Language language, Visitors visitors) {
        Resident eve = residents.member("Eve Changes", language);
        Visitor visitor = visitors.reading(language);
        visitor.signIn(eve, AccountsPages.OWN_DATA);
        visitor.button("accounts.own-data.erase-begin").click();
        visitor.field("accounts.field.present-password").fill(eve.password());
        visitor.button("accounts.own-data.erase-press").click();
        assertThat(visitor.heading()).hasText(visitor.words("accounts.closed.title"));
        assertThat(visitor.page().getByText(visitor.words("accounts.closed.text", Erasures.WAIT.toDays())))
                .isVisible();

        visitor.openLetterTo(eve.email());
        visitor.follow(visitor.inLetter(AriaRole.LINK, "accounts.letter.erasure.button"));
        visitor.findsNoBarrier();
        visitor.button("accounts.keep.press").click();
        assertThat(visitor.heading()).hasText(visitor.words("accounts.kept.title"));
        visitor.signIn(eve, AccountsPages.SETTINGS);
        visitor.hasHeardNoComplaint();
    }

    private static void triesToSignIn(Visitor visitor, Resident as) {
        visitor.open(AccountsPages.signIn(visitor.language()));
        visitor.field("accounts.field.email").fill(as.email());
        visitor.field("accounts.field.password").fill(as.password());
        visitor.button("accounts.sign-in.send").click();
    }

    private static Map<String, String> copied(Visitor visitor) {
        visitor.button("accounts.own-data.copy-want").click();
        Locator fetch = visitor.page().locator("a[download]");
        await().atMost(Browser.PATIENCE).until(() -> {
            Locator again = visitor.button("accounts.own-data.copy-again");
            if (again.count() > 0) {
                again.click();
            }
            return fetch.count() > 0;
        });
        byte[] zip = visitor.page().request().get(fetch.getAttribute("href")).body();
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return entries;
    }
}
