package org.kvartal.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.web.Browser;
import org.kvartal.files.FileId;
import org.kvartal.files.FilePages;
import org.kvartal.files.Samples;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates.NewMandate;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.WrittenMandates;
import org.springframework.beans.factory.annotation.Autowired;

/** The document of a mandate, by its address: for those whom it concerns, as a download, and for nobody else. */
class UCOpenWrittenMandateTests extends JoinOverHttp {

    @Autowired
    WrittenMandates written;

    MemberId association;
    Asker primary;
    MandateId mandate;
    String address;

    @BeforeEach
    void somebodyIsInvitedInWriting() {
        association = admit(MemberKind.ASSOCIATION, "Weavers " + Ids.next());
        primary = represent(association, RepresentationKind.PRIMARY);
        mandate = MandateId.next();
        FileId document = written.bring(
                        primary, association, mandate, "<b>\".pdf", new ByteArrayInputStream(Samples.pdf()))
                .id();
        mandates.invite(
                primary,
                new NewMandate(
                        mandate,
                        association,
                        "Ivo New",
                        email,
                        Language.EN,
                        RepresentationKind.DEPUTY,
                        null,
                        null,
                        document));
        address = FilePages.file(document);
    }

    @Test
    void whoHasTakenTheMandateUpOpensIt() {
        assertThat(browser.get(address).statusCode()).isEqualTo(404);
        takeUp(browser, email);

        HttpResponse<String> file = browser.get(address);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(disposition -> assertThat(disposition).startsWith("attachment"));
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox"));
        assertThat(file.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("private"));
    }

    @Test
    void anEndedMandatesDocumentIsOpenedByWhoHeldItAndByNoOtherRepresentative() {
        takeUp(browser, email);
        Browser colleague = somebodyElseOf(association);
        assertThat(colleague.get(address).statusCode()).isEqualTo(200);

        mandates.end(primary, mandate, "Works elsewhere now.");

        assertThat(browser.get(address).statusCode()).isEqualTo(200);
        assertThat(colleague.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void forEverybodyElseThereIsNoSuchFile() {
        Browser visitor = new Browser(port);
        Browser representsAnother = somebodyElseOf(admit(MemberKind.ASSOCIATION, "Potters " + Ids.next()));

        for (Browser stranger : List.of(visitor, representsAnother)) {
            assertThat(stranger.get(address).statusCode()).isEqualTo(404);
            assertThat(stranger.get(address + "/small").statusCode()).isEqualTo(404);
            assertThat(stranger.get(address + "?until=9999999999&signature=forged")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    /** Comes in by an invitation of their own. */
    private Browser somebodyElseOf(MemberId organisation) {
        String theirs = "colleague-" + Ids.next() + "@example.org";
        mandates.invite(
                officer(),
                new NewMandate(
                        MandateId.next(),
                        organisation,
                        "Cora Colleague",
                        theirs,
                        Language.EN,
                        RepresentationKind.DEPUTY,
                        null,
                        null));
        Browser theirBrowser = new Browser(port);
        takeUp(theirBrowser, theirs);
        return theirBrowser;
    }

    private void takeUp(Browser by, String at) {
        by.post("/en/join/mandate", "token", letters.token(at), "answer", "yes");
    }
}
