package org.kvartal.membership.ui;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.upload.Upload;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.files.FilePages;
import org.kvartal.files.Samples;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates.MandateDocument;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.WrittenMandates;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever gives a mandate attaches the power of attorney; later it is added or replaced, and opened by those whom it concerns. */
class UC046WrittenMandateTests extends FrontDesk {

    @Autowired
    WrittenMandates written;

    private MemberCard guild;
    private PersonId petra;

    @BeforeEach
    void petraAnswersForTheGuild() {
        guild = belonging.member(MemberKind.ASSOCIATION, "Guild " + Ids.next(), null);
        petra = belonging.person("Petra Primary");
        belonging.mandate(guild, petra, RepresentationKind.PRIMARY);
        sit(petra, Role.MEMBER);
    }

    @Test
    void aMandateIsGivenWithItsDocument() {
        String name = "Dana " + Ids.next();
        PersonId dana = belonging.person(name);
        belonging.member(MemberKind.PERSON, name, dana);
        open();

        press("Give a mandate");
        pick("Who", name);
        drop("Power of attorney.pdf", Samples.pdf());
        assertThat(text(find(GiveForm.class).single())).contains("Power of attorney.pdf", "1 kB");
        press("Give the mandate");

        assertThat(toast()).isEqualTo("The mandate is given.");
        assertThat(rows(name))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Written mandate:", "Power of attorney.pdf", "1 kB"));
        assertThat(documents(dana)).hasSize(1);
        assertThat(find(Anchor.class).withClassName("file").single().getHref())
                .isEqualTo(FilePages.file(documents(dana).getFirst().file().id()));
    }

    @Test
    void anInvitationCarriesItToo() {
        open();

        press("Invite a colleague");
        type("Name", "Goran Guest");
        test(find(EmailField.class).single()).setValue("goran-" + Ids.next() + "@example.org");
        drop("Minutes.png", Samples.png(40, 40));
        press("Send the invitation");

        assertThat(toast()).isEqualTo("The invitation is on its way.");
        assertThat(rows("Goran Guest"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Invited", "Written mandate:", "Minutes.png"));
    }

    @Test
    void aFileThatIsRefusedIsSaidBesideItsFieldAndWhatWasTypedStays() {
        String email = "goran-" + Ids.next() + "@example.org";
        open();
        press("Invite a colleague");
        type("Name", "Goran Guest");
        test(find(EmailField.class).single()).setValue(email);

        drop("page.pdf", "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));
        assertThat(text(find(DocumentField.class).single())).contains("Choose a PDF or a picture.");
        drop("empty.pdf", new byte[0]);
        assertThat(text(find(DocumentField.class).single())).contains("This file is empty.");
        assertThat(field("Name").getValue()).isEqualTo("Goran Guest");
        assertThat(find(EmailField.class).single().getValue()).isEqualTo(email);

        drop("Minutes.pdf", Samples.pdf());
        assertThat(text(find(DocumentField.class).single()))
                .contains("Minutes.pdf")
                .doesNotContain("This file is empty.");
        press("Send the invitation");
        assertThat(rows("Goran Guest"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Minutes.pdf"));
    }

    @Test
    void whatWasChosenIsTakenAwayAgain() {
        String email = "goran-" + Ids.next() + "@example.org";
        open();
        press("Invite a colleague");
        type("Name", "Goran Guest");
        test(find(EmailField.class).single()).setValue(email);
        drop("Wrong.pdf", Samples.pdf());

        press("Take the file away");
        press("Send the invitation");

        assertThat(rows("Goran Guest"))
                .singleElement()
                .satisfies(row -> assertThat(row).doesNotContain("Written mandate"));
    }

    @Test
    void aStandingMandateGetsItsDocumentAndAnotherOneLater() {
        PersonId dana = belonging.person("Dana Deputy");
        belonging.mandate(guild, dana, RepresentationKind.DEPUTY);
        open();

        pressNamed("Attach the written mandate: Dana Deputy");
        drop("First.pdf", Samples.pdf());
        assertThat(toast()).isEqualTo("The written mandate is attached.");
        assertThat(find(AttachPart.class).exists()).as("closed again").isFalse();
        assertThat(rows("Dana Deputy"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("First.pdf").doesNotContain("Attached before"));

        pressNamed("Replace the written mandate: Dana Deputy");
        drop("Second.pdf", Samples.pdf());

        assertThat(rows("Dana Deputy"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Second.pdf", "Attached before (1)", "Replace the"));
        assertThat(text(find(Details.class).single())).contains("First.pdf", "attached by Petra Primary");
    }

    @Test
    void whoThinksBetterOfItLeavesEverythingAsItIs() {
        PersonId dana = belonging.person("Dana Deputy");
        belonging.mandate(guild, dana, RepresentationKind.DEPUTY);
        open();

        pressNamed("Attach the written mandate: Dana Deputy");
        drop("notes.pdf", "Only words".getBytes(StandardCharsets.UTF_8));
        assertThat(find(AttachPart.class).exists()).as("another can be chosen").isTrue();
        press("Cancel");

        assertThat(find(AttachPart.class).exists()).isFalse();
        assertThat(documents(dana)).isEmpty();
    }

    @Test
    void whoMayNoMoreIsToldSo() {
        PersonId dana = belonging.person("Dana Deputy");
        MandateId mandate = belonging.mandate(guild, dana, RepresentationKind.DEPUTY);
        open();
        pressNamed("Attach the written mandate: Dana Deputy");

        mandates.end(asker(), mandate, "Done.");
        drop("Late.pdf", Samples.pdf());

        assertThat(text(find(DocumentField.class).single())).contains("This mandate is over.");
    }

    @Test
    void theDocumentIsShownToThoseWhomItConcerns() {
        PersonId dana = belonging.person("Dana Deputy");
        MandateId mandate = belonging.mandate(guild, dana, RepresentationKind.DEPUTY);
        written.attach(asker(), mandate, "Secret.pdf", new ByteArrayInputStream(Samples.pdf()));

        sit(dana, Role.MEMBER);
        open();
        assertThat(page()).contains("Secret.pdf");
        assertThat(offers("Replace the written mandate"))
                .as("she does not give it to herself")
                .isFalse();
        sitDown("Olga Officer", Role.OFFICER);
        open();
        assertThat(page()).contains("Secret.pdf");
        sitDown("Mira Member", Role.MEMBER);
        open();
        assertThat(page()).contains("Dana Deputy").doesNotContain("Secret.pdf", "Written mandate");
    }

    @Test
    void itStandsOnThePageOfWhoHoldsItAndTheOfficeReplacesItThere() {
        PersonId dana = belonging.person("Dana " + Ids.next());
        MemberCard own = belonging.member(MemberKind.PERSON, "Dana", dana);
        MandateId mandate = belonging.mandate(guild, dana, RepresentationKind.DEPUTY);
        written.attach(asker(), mandate, "First.pdf", new ByteArrayInputStream(Samples.pdf()));
        String guildsName = guild.name().in(Language.EN);

        sit(dana, Role.MEMBER);
        go("members/" + own.number());
        assertThat(rows(guildsName))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Written mandate:", "First.pdf"));
        assertThat(offers("Replace the written mandate")).isFalse();

        sitDown("Olga Officer", Role.OFFICER);
        go("members/" + own.number());
        pressNamed("Replace the written mandate: " + guildsName);
        drop("Second.pdf", Samples.pdf());

        assertThat(rows(guildsName))
                .singleElement()
                .satisfies(row -> assertThat(row).contains("Second.pdf", "Attached before (1)"));
    }

    @Test
    void aPageCostsTheSameHoweverManyDocumentsItShows() {
        MandateId one = belonging.mandate(guild, belonging.person("Deputy"), RepresentationKind.DEPUTY);
        written.attach(asker(), one, "0.pdf", new ByteArrayInputStream(Samples.pdf()));
        int few = statements("members/" + guild.number());
        for (int number = 1; number < 8; number++) {
            MandateId more = belonging.mandate(guild, belonging.person("Deputy " + number), RepresentationKind.DEPUTY);
            written.attach(asker(), more, number + ".pdf", new ByteArrayInputStream(Samples.pdf()));
        }

        assertThat(statements("members/" + guild.number())).isEqualTo(few);
    }

    private void open() {
        go("members/" + guild.number());
    }

    private void drop(String name, byte[] content) {
        test(find(Upload.class).single()).upload(name, "application/pdf", content);
        roundTrip();
    }

    private List<MandateDocument> documents(PersonId person) {
        return requireNonNull(mandates.heldBy(Asker.house("test"), person).getFirst())
                .documents();
    }
}
