package org.kvartal.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.accounts.web.Browser;
import org.kvartal.files.Samples;
import org.kvartal.kernel.Language;
import org.kvartal.membership.ApplicationKind;

/** The statute of an association comes with the form, may be exchanged, and is read by its applicant and the office alone. */
class UCAttachStatuteTests extends JoinOverHttp {

    @BeforeEach
    void anAssociationHasBegun() {
        begin(ApplicationKind.ASSOCIATION);
    }

    @Test
    void itIsShownByItsNameExchangedAndTakenAway() {
        assertThat(location(attach("Устав.pdf", Samples.pdf()))).isEqualTo(step("summary"));
        assertThat(browser.get(step("papers")).body()).contains("Устав.pdf");

        attach("Нов устав.png", Samples.png(30, 30));
        assertThat(mine().statute())
                .isNotNull()
                .satisfies(file -> assertThat(file.name()).isEqualTo("Нов устав.png"));

        browser.upload(step("papers"), "statute", "", new byte[0], "go", "later");
        assertThat(mine().statute()).as("a form without a file takes none away").isNotNull();
        browser.upload(step("papers"), "statute", "", new byte[0], "detach", "true", "go", "later");
        assertThat(mine().statute()).isNull();
    }

    @Test
    void itsApplicantReadsItAndNobodyElse() {
        attach("statute.pdf", Samples.pdf());

        String address = location(browser.get("/en/join/application/statute"));
        HttpResponse<String> file = browser.get(address);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(disposition -> assertThat(disposition).startsWith("attachment"));
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");

        Browser stranger = new Browser(port);
        assertThat(stranger.get("/en/join/application/statute").statusCode()).isEqualTo(404);
        assertThat(stranger.get(address.substring(0, address.indexOf('?'))).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aFormWithoutItIsNotCompleteAndKeepsTheRest() {
        HttpResponse<String> answer = fill("papers", "registrationScheme", "BG-EIK", "registrationNumber", "175000123");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(text("membership.refused.statute-missing"))
                .contains("value=\"175000123\"");
    }

    @Test
    void whatIsNoDocumentIsRefusedBesideTheField() {
        for (byte[] content : new byte[][] {
            "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
            "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8),
            new byte[0]
        }) {
            HttpResponse<String> answer = attach("statute.pdf", content);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("id=\"statute-says\"").contains("class=\"field-error\"");
        }
        assertThat(mine().statute()).isNull();
    }

    @Test
    void whatIsTooLargeIsRefusedInThePage() {
        byte[] large = Arrays.copyOf(Samples.pdf(), 26 << 20);

        HttpResponse<String> answer = attach("statute.pdf", large);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(messages.text(Language.EN, "files.refused-size", 25));
    }

    @Test
    void whatIsTooLargeToBeReadLeadsBackToThePage() {
        HttpResponse<String> answer = attach("statute.pdf", new byte[40 << 20]);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).isEqualTo(step("papers") + "?large");
        assertThat(browser.get(step("papers") + "?large").body()).contains(text("membership.join.statute-large"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/passwd.pdf",
                "C:\\Windows\\устав.pdf",
                "a\"; filename=\"b.exe.pdf",
                "line\r\nSet-Cookie: x=1.pdf",
                "<script>alert(1)</script>.pdf",
                "\u202efdp.exe.pdf"
            })
    void aHostileNameDoesNoHarm(String name) {
        attach(name, Samples.pdf());

        HttpResponse<String> page = browser.get(step("papers"));
        assertThat(page.body())
                .doesNotContain("<script>alert")
                .doesNotContain("/etc/")
                .doesNotContain("\u202e");
        HttpResponse<String> file = browser.get(location(browser.get("/en/join/application/statute")));
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void aNameOf255CyrillicLettersIsTaken() {
        attach("у".repeat(251) + ".pdf", Samples.pdf());

        assertThat(mine().statute())
                .isNotNull()
                .satisfies(file -> assertThat(file.name()).startsWith("ууууу").endsWith(".pdf"));
        assertThat(browser.get(location(browser.get("/en/join/application/statute")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void withoutAKeyNothingIsStored() {
        browser = new Browser(port);

        assertThat(location(attach("statute.pdf", Samples.pdf()))).isEqualTo("/en/join/application");
    }
}
