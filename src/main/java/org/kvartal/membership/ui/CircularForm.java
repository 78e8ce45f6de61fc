package org.kvartal.membership.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Bodies.BodyCard;
import org.kvartal.membership.CircularId;
import org.kvartal.membership.Circulars;
import org.kvartal.membership.Circulars.Circle;
import org.kvartal.membership.Circulars.NewCircular;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Places.Place;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.LocalizedField;
import org.kvartal.shell.Notices;

/** A letter to many: written, looked at in each language, sent to oneself, then sent. */
class CircularForm extends WordedSheet {

    private final Circulars circulars;
    private final CircularId id = CircularId.next();
    private final Select<MemberKind> kind = new Select<>();
    private final Select<BodyCard> body = new Select<>();
    private final Select<String> function = new Select<>();
    private final ComboBox<Where> where = new ComboBox<>();
    private final LocalizedField subject;
    private final LocalizedField text;
    private final Div preview = new Div();
    private final Runnable done;

    /** A country by its code, or a city by its own; the other is empty. */
    private record Where(String name, String country, String place) {}

    /** @param done what happens once it is sent */
    CircularForm(Circulars circulars, Bodies bodies, Lists lists, Words words, Runnable done) {
        super(words, "circular", words.text("membership.circulars.look"));
        this.circulars = circulars;
        this.done = done;
        addClassName("long");
        kind.setLabel(words.text("membership.circulars.kind"));
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(words.text("membership.circulars.all"));
        kind.setItemLabelGenerator(one -> one == null ? words.text("membership.circulars.all") : words.of("kind", one));
        kind.setItems(MemberKind.values());
        body.setLabel(words.text("membership.circulars.body"));
        body.setEmptySelectionAllowed(true);
        body.setEmptySelectionCaption(words.text("membership.circulars.no-body"));
        body.setItemLabelGenerator(
                one -> one == null ? words.text("membership.circulars.no-body") : words.name(one.name()));
        body.setItems(bodies.all(words.asker()));
        function.setLabel(words.text("membership.circulars.function"));
        function.setEmptySelectionAllowed(true);
        function.setEmptySelectionCaption(words.text("membership.circulars.any-function"));
        function.setItemLabelGenerator(
                one -> one == null ? words.text("membership.circulars.any-function") : words.text(one + ".function"));
        function.setItems(circulars.functions(words.asker()));
        where.setLabel(words.text("membership.circulars.where"));
        where.setHelperText(words.text("membership.circulars.where-hint"));
        where.setClearButtonVisible(true);
        where.setItemLabelGenerator(Where::name);
        where.setItems(places(lists.places(words), words));
        subject = field(LocalizedField.line("subject", words.text("membership.circulars.subject"), words.language()))
                .required();
        text = field(LocalizedField.block("text", words.text("membership.circulars.text"), 8, words.language()))
                .required()
                .hint(words.text("membership.circulars.text-hint"))
                .following(subject);
        for (HasValue<?, ?> choice : List.<HasValue<?, ?>>of(kind, body, function, where)) {
            // What was looked at is what is sent: once something is changed, it is looked at anew.
            choice.addValueChangeListener(_ -> preview.removeAll());
        }
        subject.onChange(preview::removeAll);
        text.onChange(preview::removeAll);
        fill(kind, body, function, where, subject, text);
        preview.addClassName("letter-look");
        add(preview);
    }

    private static List<Where> places(List<Place> places, Words words) {
        List<Where> countries = places.stream()
                .map(Place::country)
                .distinct()
                .map(code -> new Where(
                        Locale.of("", code).getDisplayCountry(words.language().locale()), code, ""))
                .sorted(Comparator.comparing(Where::name))
                .toList();
        return Stream.concat(
                        countries.stream(),
                        places.stream().map(place -> new Where(words.name(place.name()), "", place.code())))
                .toList();
    }

    @Override
    protected void send() {
        NewCircular circular = new NewCircular(id, circle(), subject.text(), text.text());
        preview.removeAll();
        show(circular, circulars.reach(words.asker(), circular));
    }

    private Circle circle() {
        BodyCard group = body.getValue();
        Where place = where.getValue();
        return new Circle(
                kind.getValue(),
                group == null ? null : group.id(),
                place == null || place.country().isEmpty() ? null : place.country(),
                place == null || place.place().isEmpty() ? null : place.place(),
                function.getValue());
    }

    private void show(NewCircular circular, Map<Language, Integer> reach) {
        int people = reach.values().stream().mapToInt(Integer::intValue).sum();
        H2 title = new H2(words.text("membership.circulars.reach", people));
        title.getElement().setAttribute("tabindex", "-1");
        preview.add(title);
        for (Language language : circular.subject().texts().keySet()) {
            preview.add(letter(circular, language, reach.getOrDefault(language, 0)));
        }
        ErrorText error = new ErrorText();
        Button rehearse = new Button(
                words.text("membership.circulars.rehearse"),
                _ -> act(error, () -> {
                    circulars.rehearse(words.asker(), circular);
                    Notices.done(words.text("membership.circulars.rehearsed"));
                }));
        Button send = new Button(
                words.text("membership.circulars.send", people),
                _ -> act(error, () -> {
                    circulars.send(words.asker(), circular);
                    unsent().sent();
                    Notices.done(words.text("membership.circulars.sent", people));
                    done.run();
                }));
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        send.setEnabled(people > 0);
        Div acts = new Div(send, rehearse);
        acts.addClassName("form-acts");
        preview.add(error, acts);
        title.getElement().callJsFunction("focus");
    }

    private void act(ErrorText error, Runnable act) {
        error.clear();
        try {
            act.run();
        } catch (Refused refused) {
            error.say(words.messages().text(words.language(), refused));
        }
    }

    private Section letter(NewCircular circular, Language language, int people) {
        H3 about = new H3(circular.subject().in(language));
        Section letter = new Section(about);
        letter.getElement().setAttribute("lang", language.code());
        for (String paragraph : circular.text().in(language).split("\\n\\s*\\n")) {
            letter.add(new Paragraph(paragraph.strip()));
        }
        Paragraph readers = new Paragraph(words.text("membership.circulars.readers", language.ownName(), people));
        readers.addClassName("meta");
        readers.getElement().setAttribute("lang", words.language().code());
        letter.add(readers);
        return letter;
    }
}
