package org.kvartal.notifications.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.text.Collator;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.notifications.FollowedPlaces;
import org.kvartal.notifications.Following;
import org.kvartal.notifications.Preset;
import org.kvartal.notifications.Rhythm;
import org.kvartal.notifications.Wish;
import org.kvartal.notifications.Wishes;
import org.kvartal.shell.Notices;

/** Three choices, and behind "More" the day, the hour, each kind, and each place that is followed. */
class WishesPart extends Section {

    private final Wishes wishes;
    private final Messages messages;
    private final Reader reader;
    private final RadioButtonGroup<Preset> preset = new RadioButtonGroup<>();
    private final Select<DayOfWeek> day = new Select<>();
    private final Select<Integer> hour = new Select<>();
    private final Map<String, RhythmField> groups = new LinkedHashMap<>();
    private final Checkbox reading = new Checkbox();
    private final PlaceRows places;

    WishesPart(Wishes wishes, Following following, List<FollowedPlaces> known, Messages messages, Reader reader) {
        this.wishes = wishes;
        this.messages = messages;
        this.reader = reader;
        this.places = new PlaceRows(following, known, messages, reader);
        addClassNames("settings-part", "wishes");
        H2 title = new H2(text("wishes.title"));
        title.setId("notifications-wishes");
        getElement().setAttribute("aria-labelledby", "notifications-wishes");
        Div about = new Div(title, new Paragraph(text("wishes.about")));
        about.addClassName("settings-about");
        Wish wish = wishes.own(reader.asker());
        Button save = new Button(text("wishes.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div acts = new Div(save);
        acts.addClassName("form-acts");
        Div form = new Div(presets(wish), more(wish), acts);
        form.addClassName("form");
        Div body = new Div(form);
        body.addClassName("settings-body");
        add(about, body);
    }

    private RadioButtonGroup<Preset> presets(Wish wish) {
        preset.setLabel(text("wishes.preset"));
        preset.setItems(Preset.values());
        preset.setItemLabelGenerator(one -> text("wishes.preset." + Code.of(one)));
        preset.setRenderer(new ComponentRenderer<>(one -> {
            Span hint = new Span(text("wishes.preset." + Code.of(one) + "-hint"));
            hint.addClassName("settings-hint");
            Span choice = new Span(new Span(text("wishes.preset." + Code.of(one))), hint);
            choice.addClassName("choice");
            return choice;
        }));
        preset.setValue(wish.preset());
        return preset;
    }

    private Details more(Wish wish) {
        day.setLabel(text("wishes.day"));
        day.setItems(DayOfWeek.values());
        day.setItemLabelGenerator(one ->
                one.getDisplayName(TextStyle.FULL_STANDALONE, reader.language().locale()));
        day.setValue(wish.day());
        DateTimeFormatter clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(reader.language().locale());
        hour.setLabel(text("wishes.hour"));
        hour.setHelperText(text("wishes.hour-hint", reader.zone().getId()));
        hour.setItems(IntStream.range(0, 24).boxed().toList());
        hour.setItemLabelGenerator(one -> clock.format(LocalTime.of(one, 0)));
        hour.setValue(wish.hour());
        Div body = new Div(day, hour, new H3(text("wishes.groups")), urgent());
        body.addClassName("form");
        wishes.groups().stream()
                .sorted(Comparator.comparing(
                        this::name, Collator.getInstance(reader.language().locale())))
                .forEach(group -> {
                    RhythmField field = new RhythmField(messages, reader, name(group));
                    field.setLabel(name(group));
                    field.choose(wish.groups().get(group));
                    groups.put(group, field);
                    body.add(field);
                });
        reading.setLabel(text("wishes.reading"));
        reading.setHelperText(text("wishes.reading-hint"));
        reading.setValue(wish.reading());
        body.add(new H3(text("wishes.places")), reading, places);
        return new Details(text("wishes.more"), body);
    }

    private Paragraph urgent() {
        Paragraph words = new Paragraph(text("wishes.urgent"));
        words.addClassName("meta");
        return words;
    }

    private void save() {
        Map<String, Rhythm> chosen = new HashMap<>();
        groups.forEach((group, field) -> {
            Rhythm rhythm = field.chosen();
            if (rhythm != null) {
                chosen.put(group, rhythm);
            }
        });
        wishes.change(
                reader.asker(),
                new Wish(preset.getValue(), chosen, day.getValue(), hour.getValue(), reading.getValue()));
        places.save();
        Notices.done(text("wishes.saved"));
    }

    private String name(String group) {
        return messages.text(reader.language(), group + ".notices");
    }

    private String text(String key, Object... arguments) {
        return messages.text(reader.language(), "notifications." + key, arguments);
    }
}
