package org.kvartal.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.Command;
import java.io.InputStream;
import org.kvartal.kernel.Accent;
import org.kvartal.kernel.HouseBook;
import org.kvartal.shell.FileDrop;
import org.kvartal.shell.Icon;

/** The house's mark and its colour, as both will be seen. */
class LookPart extends SectionPart {

    /** The colour of a house that has chosen none, as base.css has it: --accent on light pages. */
    private static final String PROGRAM = "#cd3b1b";

    private final long seen;
    private final TextField colour;
    private final Input well = new Input();
    private final Div samples = new Div();

    LookPart(SettingsDesk desk) {
        super("look", desk);
        seen = desk.section(HouseBook.LOOK).version();
        colour = field("accent", new TextField(getTranslation("administration.field.colour")));
        Accent now = desk.house().accent();
        colour.setValue(now == null ? "" : now.hex());
        colour.setPlaceholder("#0b6e4f");
        colour.setClearButtonVisible(true);
        colour.setValueChangeMode(ValueChangeMode.LAZY);
        colour.addValueChangeListener(_ -> preview());
        well.setType("color");
        well.addClassName("colour-well");
        well.getElement().setAttribute("aria-label", getTranslation("administration.field.colour-choose"));
        well.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        well.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                colour.setValue(change.getValue());
            }
        });
        Div line = new Div(colour, well);
        line.addClassName("colour-line");
        samples.addClassName("colour-samples");
        preview();
        Div mark = mark();
        form(() -> desk.settings().colour(desk.asker(), seen, colour.getValue()), mark, line, samples);
    }

    private void preview() {
        samples.removeAll();
        Accent.of(colour.getValue())
                .ifPresentOrElse(
                        accent -> {
                            well.setValue(accent.hex());
                            colour.setHelperText(getTranslation(
                                    accent.isDarkened()
                                            ? "administration.field.colour-darkened"
                                            : "administration.field.colour-fine"));
                            samples.add(
                                    sample("light", accent.light(), accent.lightInk()),
                                    sample("dark", accent.dark(), accent.darkInk()));
                        },
                        () -> {
                            well.setValue(PROGRAM);
                            colour.setHelperText(getTranslation("administration.field.colour-hint"));
                        });
    }

    /** The shades are data of this house, which no style sheet can know. */
    private Div sample(String scheme, String shade, String ink) {
        Span button = new Span(getTranslation("administration.sample.button"));
        button.addClassNames("button", "main");
        Span link = new Span(getTranslation("administration.sample.link"));
        link.addClassName("sample-link");
        Div sample = new Div(new Span(getTranslation("administration.sample." + scheme)), button, link);
        sample.addClassNames("colour-sample", scheme);
        sample.getStyle().set("--accent", shade).set("--accent-deep", shade).set("--accent-ink", ink);
        return sample;
    }

    private Div mark() {
        Span label = new Span(getTranslation("administration.field.mark"));
        label.addClassName("field-label");
        label.setId("house-mark");
        Button choose = new Button(getTranslation("administration.field.mark-choose"), Icon.PICTURE.create());
        FileDrop drop = new FileDrop(choose, this::take);
        drop.acceptPictures(getTranslation("administration.field.mark-refused"));
        drop.labelledBy("house-mark");
        Span hint = new Span(getTranslation("administration.field.mark-hint"));
        hint.addClassName("settings-hint");
        Div mark = new Div(label);
        mark.addClassName("stack");
        String path = desk().house().mark();
        if (path != null) {
            Image picture = new Image(path, desk().house().name());
            picture.addClassName("mark-shown");
            Button remove = new Button(
                    getTranslation("administration.field.mark-remove"),
                    Icon.TRASH.create(),
                    _ -> actBeside(() -> desk().settings().removeMark(desk().asker(), seen)));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            Div line = new Div(picture, remove);
            line.addClassName("line");
            mark.add(line);
        }
        mark.add(drop, hint);
        return mark;
    }

    private Command take(String name, InputStream content) {
        desk().settings().mark(desk().asker(), seen, name, content);
        return () -> desk().again().accept(this);
    }
}
