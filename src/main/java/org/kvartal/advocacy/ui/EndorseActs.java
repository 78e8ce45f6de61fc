package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kvartal.advocacy.Endorsements;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.Recommendations.EndorsementCount;
import org.kvartal.advocacy.Recommendations.RecommendationPage;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.Notices;
import org.springframework.stereotype.Component;

/** Who stands behind a recommendation, and how one does so oneself or for an association. */
@Component
class EndorseActs {

    private final Endorsements endorsements;

    EndorseActs(Endorsements endorsements) {
        this.endorsements = endorsements;
    }

    Section of(RecommendationPage page, Words words, Runnable again) {
        EndorsementCount count = page.endorsements();
        Div counts = new Div(
                new Span(words.text("advocacy.count.associations", count.associations())),
                new Span(words.text("advocacy.count.people", count.people())));
        counts.addClassName("meta");
        Section part = Pieces.part(words.text("advocacy.endorsed"), counts);
        if (!count.countries().isEmpty()) {
            Div countries = new Div();
            countries.addClassName("meta");
            count.countries()
                    .forEach((country, number) -> countries.add(new Span((country.isEmpty()
                                    ? words.text("advocacy.country-unknown")
                                    : Locale.of("", country)
                                            .getDisplayCountry(words.language().locale()))
                            + " " + number)));
            part.add(countries);
        }
        if (!page.associations().isEmpty()) {
            Paragraph names = new Paragraph(page.associations().stream()
                    .map(member -> words.name(member.name()))
                    .collect(Collectors.joining(" · ")));
            part.add(names);
        }
        if (page.mine().mayEndorse()) {
            part.add(acts(page, words, again));
        }
        return part;
    }

    private Div acts(RecommendationPage page, Words words, Runnable again) {
        RecommendationId id = page.card().id();
        Div acts = new Div();
        acts.addClassName("page-acts");
        acts.add(
                page.mine().person()
                        ? press(
                                words.text("advocacy.app.withdraw"),
                                words,
                                again,
                                () -> endorsements.withdraw(words.asker(), id, null))
                        : press(
                                words.text("advocacy.app.endorse"),
                                words,
                                again,
                                () -> endorsements.endorse(words.asker(), id, null)));
        page.mine()
                .free()
                .forEach(association -> acts.add(press(
                        words.text("advocacy.app.endorse-for", words.name(association.name())),
                        words,
                        again,
                        () -> endorsements.endorse(words.asker(), id, association.id()))));
        page.mine()
                .associations()
                .forEach(association -> acts.add(press(
                        words.text("advocacy.app.withdraw-for", words.name(association.name())),
                        words,
                        again,
                        () -> endorsements.withdraw(words.asker(), id, association.id()))));
        return acts;
    }

    private static Button press(String label, Words words, Runnable again, Runnable act) {
        Button button = new Button(label, _ -> {
            try {
                act.run();
                Notices.done(words.text("advocacy.app.done"));
            } catch (Refused refused) {
                Notices.problem(words.refusal(refused));
            }
            again.run();
        });
        button.setDisableOnClick(true);
        return button;
    }
}
