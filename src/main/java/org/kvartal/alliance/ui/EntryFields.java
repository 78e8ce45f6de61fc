package org.kvartal.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Contact;
import org.kvartal.alliance.EntryContent.Location;
import org.kvartal.alliance.EntryProfile;
import org.kvartal.kernel.Refusals;
import org.kvartal.kernel.Refused;

/** Everything that an entry says, as one form: what it is about at the left, the fields at the right. */
class EntryFields extends Div implements FormPart {

    /** How long the page rests before somebody hears of what was typed, in milliseconds. */
    private static final int REST = 2_000;

    private final DeskWords words;
    private final NamesPart names;
    private final AboutPart about;
    private final @Nullable PicturePart picture;
    private final ListPart<Location> locations;
    private final ListPart<Contact> contacts;
    private final TextField website;
    private final TextArea sameAs;
    private final ProfilePart profile;
    private @Nullable EntryContent before;

    /**
     * @param picture null where no picture may be added
     * @param changed called when something was typed or chosen and the page rests
     */
    EntryFields(DeskWords words, LocalDate today, @Nullable PicturePart picture, Runnable changed) {
        this.words = words;
        this.picture = picture;
        addClassName("entry-form");
        names = new NamesPart(words);
        about = new AboutPart(words);
        locations = new ListPart<>(
                words, "locations", "alliance.form.location", () -> new LocationFields(words, changed), changed);
        contacts = new ListPart<>(
                words, "contacts", "alliance.form.contact", () -> new ContactFields(words, today), changed);
        website = FormPart.line(words.text("alliance.entry.website"));
        website.setPlaceholder("https://");
        sameAs = FormPart.area(words.text("alliance.form.elsewhere"));
        sameAs.setHelperText(words.text("alliance.form.elsewhere-hint"));
        profile = new ProfilePart(words);
        part("names", names);
        part("about", about);
        if (picture != null) {
            part("picture", picture);
        }
        part("locations", locations);
        part("contacts", website, sameAs, contacts);
        part("facts", profile);
        getElement().addEventListener("change", _ -> changed.run()).debounce(REST);
        getElement().addEventListener("input", _ -> changed.run()).debounce(REST);
    }

    /** Shows a content; the next {@link #content} tells what was made of it. */
    void show(EntryContent content) {
        before = content;
        names.show(content.names());
        about.show(content);
        if (picture != null) {
            picture.show(content.picture());
        }
        locations.show(content.locations());
        contacts.show(content.contacts());
        website.setValue(content.website() == null ? "" : content.website());
        sameAs.setValue(String.join("\n", content.sameAs()));
        profile.show(content.profile());
    }

    /** Asks for the facts of another kind; what was typed of them stays. */
    void turnTo(EntryProfile blank) {
        profile.turnTo(blank);
    }

    /**
     * What stands in the fields, to be saved.
     *
     * @param house refuses what can't stand: asked here only where something can't be read, so that all that is wrong is said at once
     * @throws org.kvartal.kernel.Refused at every field that can't be read, with those that the house would refuse beside them
     */
    EntryContent contentToSave(Consumer<EntryContent> house) {
        Reading reading = Reading.toSave();
        EntryContent content = content(reading);
        if (!reading.whole()) {
            Refusals wrong = new Refusals();
            reading.missed().forEach(wrong::wrong);
            wrong.check(() -> house.accept(content));
            wrong.finish();
        }
        return content;
    }

    /** What stands in the fields. */
    EntryContent content(Reading reading) {
        return new EntryContent(
                names.names(reading),
                about.description(),
                about.status(),
                about.sectors(before == null ? List.of() : before.sectors()),
                about.languages(before == null ? List.of() : before.languages()),
                about.areas(before == null ? List.of() : before.areas()),
                locations.values(reading),
                contacts.values(reading),
                FormPart.typed(website),
                NamesPart.lines(sameAs),
                profile.profile(reading),
                picture != null ? picture.picture() : before == null ? null : before.picture(),
                about.licence());
    }

    /** Says all that was refused, and goes on at the first of it; gives back what is about none of these fields. */
    List<Refused> refuse(Refused refused) {
        List<Refused> others = new ArrayList<>();
        for (Refused one : refused.all().reversed()) {
            String field = one.field();
            if (field == null || !refuse(field, words.text(one))) {
                others.addFirst(one);
            }
        }
        return others;
    }

    @Override
    public boolean refuse(String field, String why) {
        if (field.equals("website")) {
            return FormPart.refuseAt(website, why);
        }
        if (field.startsWith("sameAs")) {
            return FormPart.refuseAt(sameAs, why);
        }
        return Stream.of(names, about, picture, locations, contacts, profile)
                .anyMatch(part -> part != null && part.refuse(field, why));
    }

    /** @param key names the title, and with {@code -about} the sentence below it */
    private void part(String key, Component... fields) {
        H2 title = new H2(words.text("alliance.form.part." + key));
        title.setId("entry-part-" + key);
        Div side = new Div(title, new Paragraph(words.text("alliance.form.part." + key + "-about")));
        side.addClassName("settings-about");
        Div body = new Div(fields);
        body.addClassNames("settings-body", "entry-part");
        Section part = new Section(side, body);
        part.addClassName("settings-part");
        part.getElement().setAttribute("aria-labelledby", "entry-part-" + key);
        add(part);
    }
}
