package org.kvartal.calendar.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.Calendar.WishedTime;
import org.kvartal.calendar.EventCities.City;
import org.kvartal.calendar.EventHosts.Host;
import org.kvartal.calendar.EventTime;
import org.kvartal.calendar.OutsideEvents.EventContent;
import org.kvartal.calendar.OutsideEvents.EventPage;
import org.kvartal.calendar.Repetition;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.LocalizedField;
import org.kvartal.shell.UnsentText;

/** What stands about an event, to be entered or changed. What is refused is said beside its field, and what was typed stays. */
class EventForm extends Div {

    private final Desk desk;
    private final @Nullable UUID id;
    private final UnsentText unsent;
    private final Select<Whose> host = new Select<>();
    private final LocalizedField title;
    private final LocalizedField about;
    private final WhenFields when;
    private final RepetitionFields repetition;
    private final ComboBox<City> city;
    private final TextField place;
    private final TextField website;
    private final ClashPart clashes;
    private final ErrorText problem = new ErrorText();
    private final Button send = new Button();
    private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();

    /** Whose event it is; without an organisation the house's own. */
    record Whose(@Nullable Host organisation) {}

    /** What the button does. */
    @FunctionalInterface
    interface Sending {
        /** @throws Refused if a rule does not allow it */
        void send(@Nullable UUID host, EventContent content);
    }

    /**
     * @param page what stands there now, null for a new event
     * @param whose what may be chosen, empty where the event has its host
     */
    EventForm(Desk desk, @Nullable EventPage page, List<Whose> whose, String press, String back, Sending sending) {
        this.desk = desk;
        this.id = page == null ? null : page.id().value();
        EventContent content = page == null ? null : page.content();
        unsent = new UnsentText(desk.asker(), page == null ? "new-event" : "event-" + page.number());
        addClassNames("form", "event-form");
        title = LocalizedField.line("title", desk.text("calendar.form.title"), desk.language())
                .required()
                .keptBy(unsent)
                .show(content == null ? null : content.title());
        about = LocalizedField.block("about", desk.text("calendar.form.about"), 3, desk.language())
                .keptBy(unsent)
                .show(content == null ? null : content.about())
                .following(title);
        when = new WhenFields(
                desk, content == null ? null : content.time(), desk.house().zone());
        repetition = new RepetitionFields(desk, when.day(), content == null ? null : content.repetition());
        city = cities(content == null ? null : content.city());
        place = text("place", "calendar.form.place", content == null ? "" : content.place());
        place.setHelperText(desk.text("calendar.form.place-hint"));
        website = text("website", "calendar.form.website", content == null ? "" : content.website());
        clashes = new ClashPart(desk);
        host.setLabel(desk.text("calendar.form.host"));
        host.setItems(whose);
        host.setItemLabelGenerator(one -> one.organisation() == null
                ? desk.house().name()
                : one.organisation().name().in(desk.language()));
        host.setVisible(whose.size() > 1);
        whose.stream().findFirst().ifPresent(host::setValue);
        fields.put("host", host);
        when.onChange(() -> {
            repetition.begin(when.day());
            compare();
        });
        repetition.onChange(this::compare);
        city.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                when.suggest(change.getValue().zone());
            }
            compare();
        });
        send.setText(press);
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setDisableOnClick(true);
        send.addClickListener(_ -> go(sending));
        Anchor leave = new Anchor(back, desk.text("calendar.form.leave"));
        leave.addClassName("button");
        Div acts = new Div(send, leave);
        acts.addClassName("form-acts");
        Div where = new Div(city, place);
        where.addClassName("pair");
        add(unsent, host, title, about, when, repetition, where, clashes, website, problem, acts);
        compare();
    }

    /** Begins at its first field. */
    void focus() {
        title.focus();
    }

    private void go(Sending sending) {
        problem.clear();
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            List<Refused> wrong = new ArrayList<>();
            EventTime time = tried(wrong, when::time);
            Repetition repeats = tried(wrong, repetition::repetition);
            wrong.forEach(this::say);
            boolean untitled = title.incomplete();
            if (!wrong.isEmpty() || untitled || time == null) {
                return;
            }
            Whose whose = host.getValue();
            sending.send(
                    whose == null || whose.organisation() == null
                            ? null
                            : whose.organisation().id(),
                    new EventContent(
                            title.text(),
                            about.textOrNull(),
                            time,
                            repeats,
                            place.getValue(),
                            city.getValue() == null ? null : city.getValue().code(),
                            website.getValue()));
            unsent.sent();
        } catch (Refused rule) {
            rule.all().forEach(this::say);
        } finally {
            send.setEnabled(true);
        }
    }

    private static <T> @Nullable T tried(List<Refused> wrong, Supplier<@Nullable T> read) {
        try {
            return read.get();
        } catch (Refused refused) {
            wrong.add(refused);
            return null;
        }
    }

    private void say(Refused rule) {
        String why = desk.refusal(rule);
        String name = rule.field();
        HasValidationProperties field = name == null ? null : fields.get(name);
        if (field != null) {
            field.setErrorMessage(why);
            field.setInvalid(true);
        } else if (name == null
                || !(title.refuse(name, why)
                        || about.refuse(name, why)
                        || when.refuse(name, why)
                        || repetition.refuse(name, why))) {
            problem.say(why);
        }
    }

    /** Says what happens at that time, as far as the time is known already. */
    private void compare() {
        City chosen = city.getValue();
        if (chosen == null) {
            clashes.clear();
            return;
        }
        try {
            clashes.show(new WishedTime(chosen.code(), when.time(), repetition.repetition(), id));
        } catch (Refused notYet) {
            clashes.clear();
        }
    }

    private ComboBox<City> cities(@Nullable String code) {
        List<City> all = desk.cities().all(desk.language());
        ComboBox<City> cities = new ComboBox<>(desk.text("calendar.form.city"));
        cities.setItems(all);
        cities.setItemLabelGenerator(one -> one.name().in(desk.language()));
        cities.setClearButtonVisible(true);
        all.stream().filter(one -> Objects.equals(one.code(), code)).findFirst().ifPresent(cities::setValue);
        fields.put("city", cities);
        return cities;
    }

    private TextField text(String name, String key, String value) {
        TextField field = new TextField(desk.text(key));
        field.setValue(value);
        field.addValueChangeListener(_ -> field.setInvalid(false));
        unsent.keep(name, field);
        fields.put(name, field);
        return field;
    }
}
