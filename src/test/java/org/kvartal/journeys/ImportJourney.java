package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;

/** The office brings in a table as an old spreadsheet wrote it, invites those in it, one of them comes, and the rest is taken back. */
@Journey
class ImportJourney {

    @Autowired
    Residents residents;

    @ParameterizedTest
    @EnumSource(names = {"RU", "BG"})
    void theOfficeBringsInInvitesAndTakesBack(Language language, Visitors visitors) {
        String code = language.code();
        String ada = "ada-" + code + "@example.org";
        String table = """
                Номер;Название;Город;Сектори;Представитель;E-mail;Език
                Ж-1-%1$s;Союз печатников %1$s;Казань;Музыка, Дизайн;Ада Ткач;ada-%1$s@example.org;%1$s
                Ж-2-%1$s;Цех переплётчиков %1$s;Пловдив;;Борис Тростников;boris-%1$s@example.org;%1$s
                Ж-3-%1$s;;Пловдив;;;;
                """.formatted(code);
        Resident olga = residents.officer("Олга Office", language);
        Visitor office = visitors.reading(language);
        office.signIn(olga, "/app/admin/import");
        assertThat(office.heading()).hasText(office.words("imports.title"));
        office.findsNoBarrier();

        office.page()
                .locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(
                        "список " + code + ".csv", "text/csv", table.getBytes(Charset.forName("windows-1251"))));
        office.page().waitForURL(Pattern.compile(".*/app/admin/import/[0-9]+"));
        assertThat(office.button("imports.bring-in", 2)).isVisible();
        assertThat(office.page().getByText(office.words("membership.import.problem.name")))
                .isVisible();
        office.findsNoBarrier();

        office.button("imports.bring-in", 2).click();
        assertThat(office.page().getByText(office.words("imports.say.in", 2))).isVisible();
        office.findsNoBarrier();
        String imported = office.page().url();

        office.link("membership.invitations.open").click();
        assertThat(office.heading()).hasText(office.words("membership.invitations.title"));
        office.findsNoBarrier();
        office.button("membership.invitations.send", 2).click();
        assertThat(office.page().getByText(office.words("membership.invitations.accepted", 0)))
                .isVisible();
        office.findsNoBarrier();

        Visitor person = visitors.onPhone(language);
        person.openLetterTo(ada);
        person.follow(person.inLetter(AriaRole.LINK, "membership.letter.invited-representative.button"));
        assertThat(person.heading()).hasText(person.words("membership.join.invitation.title", "Ада Ткач"));
        assertThat(person.page().getByText("Союз печатников " + code)).isVisible();
        person.scrollsOnlyDown();
        person.findsNoBarrier();
        person.button("membership.join.invitation.take-up").click();
        person.page().waitForURL(Pattern.compile(".*/app/?(\\?.*)?$"));
        assertThat(person.heading()).isVisible();
        assertThat(office.page().getByText(office.words("membership.invitations.accepted", 1)))
                .isVisible();

        office.open(imported);
        office.button("imports.take-back").first().click();
        office.button(office.page().getByRole(AriaRole.ALERTDIALOG), "imports.take-back-do")
                .click();
        assertThat(office.page().getByText(office.words("imports.say.back", 1))).isVisible();
        assertThat(office.page().getByText(office.words("membership.import.problem.touched")))
                .isVisible();
        office.findsNoBarrier();
        office.hasHeardNoComplaint();
        person.hasHeardNoComplaint();
    }

    @Test
    void theScreensFitOnAPhone(Visitors visitors) {
        Resident olga = residents.officer("Ольга Phone", Language.RU);
        Visitor office = visitors.onPhone(Language.RU);
        office.signIn(olga, "/app/admin/import?kind=people");
        assertThat(office.heading()).isVisible();
        office.scrollsOnlyDown();
        office.findsNoBarrier();
        office.page()
                .locator("vaadin-upload input[type=file]")
                .setInputFiles(new FilePayload(
                        "очень-длинное-имя-файла-которое-никуда-не-помещается-2026-11-25-окончательный.csv",
                        "text/csv",
                        "id,name,email,city\nТ-1,Пётр Телефонов,petr-phone@example.org,Нью-Васюки\n"
                                .getBytes(StandardCharsets.UTF_8)));
        office.page().waitForURL(Pattern.compile(".*/app/admin/import/[0-9]+"));
        office.button("imports.bring-in", 1).click();
        assertThat(office.page().getByText(office.words("imports.say.in", 1))).isVisible();
        office.scrollsOnlyDown();
        office.link("membership.invitations.open").click();
        assertThat(office.button("membership.invitations.send", 1)).isVisible();
        office.scrollsOnlyDown();
        office.findsNoBarrier();
    }
}
