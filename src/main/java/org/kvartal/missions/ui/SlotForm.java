package org.kvartal.missions.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.kernel.Language;
import org.kvartal.membership.Places;
import org.kvartal.missions.HostState;
import org.kvartal.missions.Itinerary.Host;
import org.kvartal.missions.Itinerary.SlotContent;
import org.kvartal.missions.Itinerary.SlotLine;
import org.kvartal.missions.Missions.DelegationLine;
import org.kvartal.missions.Missions.MissionPage;
import org.kvartal.shell.DayField;
import org.kvartal.shell.OfferedLanguages;

/** A visit to be written. A place of the directory brings its clock, and its office as the host. */
class SlotForm {

    private static final int HOUR = 60;

    private final MissionPage page;
    private final Directory directory;
    private final Places places;
    private final Words words;
    private final Ask ask;
    private final DayField day;
    private final TimePicker starts;
    private final TimePicker ends;
    private final TextField purpose;
    private final EntryChoice entry;
    private final TextField place;
    private final CheckboxGroup<DelegationLine> who = new CheckboxGroup<>();
    private final TextField transport;
    private TextField hostName;
    private TextField hostEmail;
    private TextField hostPhone;
    private Select<Language> hostLanguage;
    private TextArea note;
    private ClockChoice clock;

    /** @param slot null for a new one */
    @SuppressWarnings("NullAway.Init") // six are made where the form folds them
    SlotForm(MissionPage page, @Nullable SlotLine slot, Directory directory, Places places, Words words) {
        this.page = page;
        this.directory = directory;
        this.places = places;
        this.words = words;
        SlotContent known = slot == null ? null : slot.content();
        ask = Ask.titled(
                words,
                "missions.visit." + page.line().code() + "." + (slot == null ? "new" : slot.id()),
                slot == null ? "missions.app.trip-visit" : "missions.app.trip-visit-edit");
        if (slot != null && slot.host() != HostState.NOT_ASKED) {
            ask.note(words.text("missions.trip.asks-anew"));
        }
        purpose = ask.line("purpose", "missions.trip.field.purpose", known == null ? "" : known.purpose(), true);
        day = ask.day("day", "missions.trip.field.day", known == null ? next() : known.day(), true);
        starts = ask.time("starts", "missions.trip.field.from-time", known == null ? null : known.starts());
        ends = ask.time("ends", "missions.trip.field.until", known == null ? null : known.ends());
        starts.addValueChangeListener(change -> {
            LocalTime from = change.getValue();
            if (from != null && ends.getValue() == null) {
                ends.setValue(from.plusMinutes(HOUR));
            }
        });
        entry = ask.asking("entry", new EntryChoice(words.text("missions.trip.field.entry"), directory, words));
        entry.setRequiredIndicatorVisible(false);
        entry.setClearButtonVisible(true);
        entry.setHelperText(words.text("missions.trip.field.entry-hint"));
        place = ask.line("place", "missions.trip.field.place", known == null ? "" : known.place(), false);
        transport =
                ask.line("transport", "missions.trip.field.transport", known == null ? "" : known.transport(), false);
        who(known);
        hosts(known);
        if (slot != null && slot.entry() != null) {
            entry.setValue(slot.entry());
        }
        entry.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                fill(change.getValue());
            }
        });
    }

    private LocalDate next() {
        return page.slots().isEmpty()
                ? page.line().starts()
                : page.slots().getLast().content().day();
    }

    private void who(@Nullable SlotContent known) {
        if (page.delegations().size() < 2) {
            return;
        }
        who.setLabel(words.text("missions.trip.field.who"));
        who.setHelperText(words.text("missions.trip.field.who-hint"));
        who.setItemLabelGenerator(DelegationLine::name);
        who.setItems(page.delegations());
        if (known != null) {
            who.setValue(page.delegations().stream()
                    .filter(line -> known.who().contains(line.id()))
                    .collect(Collectors.toSet()));
        }
        ask.asking("who", who);
    }

    private void hosts(@Nullable SlotContent known) {
        Host host = known == null ? null : known.host();
        boolean open = known != null && (host != null || !known.note().isEmpty());
        ask.folded(open, () -> {
            hostName = ask.line("hostName", "missions.trip.field.host", host == null ? "" : host.name(), false);
            hostEmail =
                    ask.line("hostEmail", "missions.trip.field.host-email", host == null ? "" : host.email(), false);
            hostEmail.setHelperText(words.text("missions.trip.field.host-email-hint"));
            hostPhone =
                    ask.line("hostPhone", "missions.trip.field.host-phone", host == null ? "" : host.phone(), false);
            hostPhone.setHelperText(words.text("missions.trip.field.host-phone-hint"));
            hostLanguage = ask.choice(
                    "hostLanguage",
                    "missions.trip.field.language",
                    OfferedLanguages.with(host == null ? null : host.language()),
                    Language::ownName,
                    host == null ? words.language() : host.language());
            note = ask.block("note", "missions.trip.field.note", known == null ? "" : known.note(), false);
            clock = ask.asking(
                    "zone",
                    new ClockChoice(
                            words.text("missions.trip.field.clock"),
                            places,
                            known == null ? page.content().zone() : known.zone(),
                            words));
        });
    }

    /** What the directory knows of the place. */
    private void fill(EntryCard chosen) {
        if (chosen.place() != null) {
            places.find(chosen.place()).ifPresent(city -> clock.choose(city.zone()));
        }
        if (hostName.isEmpty() && hostEmail.isEmpty() && hostPhone.isEmpty()) {
            hostName.setValue(words.name(chosen.names()));
            List<Contact> contacts = directory.details(List.of(chosen.id())).stream()
                    .flatMap(detail -> detail.content().contacts().stream())
                    .toList();
            first(contacts, Contact::email).ifPresent(hostEmail::setValue);
            first(contacts, Contact::phone).ifPresent(hostPhone::setValue);
        }
    }

    private static Optional<String> first(List<Contact> contacts, Function<Contact, @Nullable String> what) {
        return contacts.stream().map(what).filter(Objects::nonNull).findFirst();
    }

    Ask ask() {
        return ask;
    }

    SlotContent content() {
        EntryCard chosen = entry.getValue();
        Set<DelegationLine> chosenWho = who.getValue();
        boolean nobody = hostName.isEmpty() && hostEmail.isEmpty() && hostPhone.isEmpty();
        return new SlotContent(
                day.getValue(),
                starts.getValue(),
                ends.getValue(),
                clock.zone(),
                chosen == null ? null : chosen.id(),
                place.getValue(),
                purpose.getValue(),
                chosenWho.size() == page.delegations().size()
                        ? Set.of()
                        : chosenWho.stream().map(DelegationLine::id).collect(Collectors.toSet()),
                transport.getValue(),
                note.getValue(),
                nobody
                        ? null
                        : new Host(
                                hostName.getValue(),
                                hostEmail.getValue(),
                                hostPhone.getValue(),
                                hostLanguage.getValue()));
    }
}
