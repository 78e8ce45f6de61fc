package org.kvartal.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kvartal.administration.domain.FirstSteps;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.shell.Card;
import org.kvartal.shell.FirstStep;
import org.kvartal.shell.FirstStep.State;
import org.kvartal.shell.HomeCard;
import org.kvartal.shell.Icon;

/** What a new house still needs, on Today, until all is done or the card is put away. */
@org.springframework.stereotype.Component
class FirstStepsCard implements HomeCard {

    private final FirstSteps steps;
    private final List<FirstStep> offered;
    private final House house;
    private final Messages messages;

    FirstStepsCard(FirstSteps steps, List<FirstStep> offered, House house, Messages messages) {
        this.steps = steps;
        this.offered = offered;
        this.house = house;
        this.messages = messages;
    }

    /** @param state where it stands for whoever reads */
    private record Standing(FirstStep step, State state) {}

    @Override
    public Column column() {
        return Column.NEXT;
    }

    @Override
    public int order() {
        return -10;
    }

    @Override
    public Optional<Component> card(Reader reader) {
        if (!steps.wanted(reader.asker())) {
            return Optional.empty();
        }
        List<Standing> standing = house.inUse(offered).stream()
                .sorted(Comparator.comparingInt(FirstStep::order))
                .map(step -> new Standing(step, step.state(reader)))
                .filter(one -> one.state() != State.NOT_THEIRS)
                .toList();
        return standing.stream().anyMatch(one -> one.state() == State.OPEN)
                ? Optional.of(card(standing, reader))
                : Optional.empty();
    }

    private Component card(List<Standing> standing, Reader reader) {
        Language language = reader.language();
        OrderedList list = new OrderedList();
        list.addClassNames("rows", "first-steps");
        standing.forEach(one -> list.add(row(one, language)));
        Button away = new Button(messages.text(language, "administration.first-steps.put-away"), _ -> {
            steps.putAway(reader.asker());
            // Today is made anew: where this was all, it says that the day is quiet.
            UI.getCurrent().refreshCurrentRoute(false);
        });
        away.addThemeVariants(ButtonVariant.TERTIARY);
        return new Card(messages.text(language, "administration.first-steps.title"))
                .hold(list)
                .acts(away);
    }

    private Component row(Standing one, Language language) {
        String title = messages.text(language, one.step().title());
        ListItem row = new ListItem();
        row.addClassName("row");
        if (one.state() == State.DONE) {
            Span done = new Span(messages.text(language, "administration.first-steps.done"));
            done.addClassName("visually-hidden");
            Div words = new Div(Icon.CHECK.small(), new Span(title), done);
            words.addClassNames("row-title", "done");
            row.add(words);
        } else {
            Div words = new Div(new Anchor(one.step().path(), title));
            words.addClassName("row-title");
            Paragraph why = new Paragraph(messages.text(language, one.step().text()));
            why.addClassName("meta");
            row.add(words, why);
        }
        return row;
    }
}
