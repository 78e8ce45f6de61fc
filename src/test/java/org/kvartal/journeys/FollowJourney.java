package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody follows a thread, is spoken to by name, gets a letter of it, comes back by its link, and chooses what they are told. */
@Journey
class FollowJourney {

    @Autowired
    Residents residents;

    @Autowired
    PassingTime time;

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoFollowsHearsAndComesBackByTheLetter(Language language, Visitors visitors) {
        String mark = language.ownName();
        Resident ada = residents.member("Ada Follower " + mark, language);
        Resident bo = residents.member("Bo Caller " + mark, language);
        String title = "Where do we meet, " + mark;
        String path = residents.thread(bo, title, "Who comes?");

        Visitor reader = visitors.onPhone(language);
        reader.signIn(ada, path);
        reader.button("discussions.app.follow.thread").click();
        reader.findsNoBarrier();
        reader.scrollsOnlyDown();
        reader.button("notifications.attention.everything").click();
        assertThat(reader.page().getByText(reader.words("discussions.app.follow.chosen.everything")))
                .isVisible();
        reader.hasHeardNoComplaint();

        Visitor writer = visitors.reading(language);
        writer.signIn(bo, path);
        writer.button("discussions.app.write.text-hint").click();
        Locator text = writer.page().locator(".composer-text");
        text.pressSequentially("Look, @ada fol");
        Locator suggested = writer.page().getByRole(AriaRole.OPTION, new GetByRoleOptions().setName(ada.name()));
        assertThat(suggested).isVisible();
        writer.findsNoBarrier();
        text.press("Enter");
        assertThat(text).hasValue(Pattern.compile("Look, \\[@Ada Follower .*]\\(#person-" + ada.id() + "\\) "));
        text.pressSequentially("we meet at the mill.");
        writer.button("discussions.app.write.send").click();
        assertThat(writer.page().locator(".mention")).hasText("@" + ada.name());
        writer.findsNoBarrier();
        writer.hasHeardNoComplaint();

        String subject = reader.words("discussions.notice.named", bo.name(), title);
        reader.open("/app/inbox");
        assertThat(reader.page().getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(subject)))
                .isVisible();
        reader.findsNoBarrier();
        reader.scrollsOnlyDown();
        time.endsWaitForLetters(ada.id());

        Visitor mail = visitors.onPhone(language);
        mail.signIn(ada, "/app/inbox");
        mail.openLetterTo(ada.email(), "discussions.notice.named", bo.name(), title);
        mail.follow(mail.inLetter(AriaRole.LINK, "notifications.letter.button", "", "", "Kvartal"));
        assertThat(mail.post("we meet at the mill.")).isVisible();
        mail.scrollsOnlyDown();

        reader.open(AccountsPages.SETTINGS);
        Locator wishes = reader.page().locator(".wishes");
        wishes.getByText(reader.words("notifications.wishes.more"), new Locator.GetByTextOptions().setExact(true))
                .click();
        assertThat(wishes.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title)))
                .isVisible();
        wishes.getByText(reader.words("notifications.wishes.preset.weekly-letter-hint"))
                .click();
        reader.findsNoBarrierBelowItsBars();
        reader.scrollsOnlyDown();
        reader.button("notifications.wishes.save").last().click();
        assertThat(reader.page()
                        .getByText(reader.words("notifications.wishes.saved"))
                        .first())
                .isVisible();
        reader.hasHeardNoComplaint();
    }
}
