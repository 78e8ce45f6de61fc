package org.kvartal.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kvartal.journeys.Browser.Visitors;
import org.kvartal.journeys.Residents.Resident;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.RepresentationKind;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody speaks for an association until its primary representative ends the mandate, in the middle of a sentence. */
@Journey
class MandateEndsJourney {

    @Autowired
    Residents residents;

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"EN", "RU"})
    void whatWasWrittenForAnAssociationStaysAndNothingMoreIsWrittenForIt(Language language, Visitors visitors) {
        Resident primary = residents.member("Bo Primary", language);
        Resident ada = residents.member("Ada Deputy", language);
        MemberId weavers = residents.association("Гилдия на тъкачите", primary);
        MandateId mandate = residents.represents(ada, weavers, RepresentationKind.DEPUTY);
        String path = residents.thread(primary, "A hall for looms", "Who has one?");
        Visitor deputy = visitors.reading(language);
        String forWeavers = deputy.words("discussions.app.write.for", "Гилдия на тъкачите");

        deputy.signIn(ada, path);
        deputy.button("discussions.app.write.text-hint").click();
        assertThat(deputy.choice("discussions.app.write.voice")).hasValue("");
        deputy.choice("discussions.app.write.voice").selectOption(new SelectOption().setLabel(forWeavers));
        deputy.field("discussions.app.write.text-label").fill("We have a hall in Gabrovo.");
        deputy.findsNoBarrier();
        deputy.button("discussions.app.write.send").click();
        assertThat(deputy.post("a hall in Gabrovo")).containsText(forWeavers);

        deputy.button("discussions.app.write.text-hint").click();
        assertThat(deputy.choice("discussions.app.write.voice")).hasValue(weavers.toString());
        deputy.field("discussions.app.write.text-label").fill("It has a goods lift.");
        residents.end(mandate, primary);
        deputy.button("discussions.app.write.send").click();
        assertThat(deputy.page().getByText(deputy.words("discussions.refused.mandate-ended", "Гилдия на тъкачите")))
                .isVisible();
        assertThat(deputy.field("discussions.app.write.text-label")).hasValue("It has a goods lift.");
        assertThat(deputy.choice("discussions.app.write.voice")).hasCount(0);
        deputy.findsNoBarrier();

        deputy.button("discussions.app.write.send").click();
        assertThat(deputy.post("a goods lift")).isVisible();
        assertThat(deputy.post("a goods lift")).not().containsText(forWeavers);

        deputy.page().reload();
        assertThat(deputy.post("a hall in Gabrovo")).containsText(forWeavers);
        deputy.button("discussions.app.write.text-hint").click();
        assertThat(deputy.field("discussions.app.write.text-label")).isVisible();
        assertThat(deputy.choice("discussions.app.write.voice")).hasCount(0);

        deputy.open("/" + language.code() + path.substring("/app".length()));
        assertThat(deputy.post("a hall in Gabrovo")).containsText(forWeavers);
        assertThat(deputy.post("a goods lift")).not().containsText(forWeavers);
        deputy.findsNoBarrier();
        deputy.hasHeardNoComplaint();
    }

    @ParameterizedTest
    @EnumSource(value = Language.class, names = "BG")
    void whoComesBackToADraftIsToldThatTheMandateIsOver(Language language, Visitors visitors) {
        Resident primary = residents.member("Bo Principal", language);
        Resident ada = residents.member("Ada Delegate", language);
        MemberId potters = residents.association("Клуб на грънчарите", primary);
        MandateId mandate = residents.represents(ada, potters, RepresentationKind.DELEGATE);
        String path = residents.thread(primary, "A kiln for all", "Who has one?");
        Visitor delegate = visitors.reading(language);
        String forPotters = delegate.words("discussions.app.write.for", "Клуб на грънчарите");

        delegate.signIn(ada, path);
        delegate.button("discussions.app.write.text-hint").click();
        delegate.choice("discussions.app.write.voice").selectOption(new SelectOption().setLabel(forPotters));
        delegate.field("discussions.app.write.text-label").fill("We share ours.");
        delegate.page().reload();
        delegate.button("discussions.app.write.go-on", "We share ours.").click();
        assertThat(delegate.choice("discussions.app.write.voice")).hasValue(potters.toString());

        residents.end(mandate, primary);
        delegate.page().reload();
        delegate.button("discussions.app.write.go-on", "We share ours.").click();
        assertThat(delegate.page().getByText(delegate.words("discussions.app.write.voice-ended")))
                .isVisible();
        assertThat(delegate.choice("discussions.app.write.voice")).hasCount(0);
        delegate.findsNoBarrier();
        delegate.button("discussions.app.write.send").click();
        assertThat(delegate.post("We share ours.")).isVisible();
        assertThat(delegate.post("We share ours.")).not().containsText(forPotters);
        delegate.hasHeardNoComplaint();
    }
}
