package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.Addressees;
import org.kvartal.advocacy.Addressees.AddresseeContent;
import org.kvartal.advocacy.Addressees.AddresseeLine;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryContent;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.Places;
import org.kvartal.shell.EmptyState;
import org.kvartal.shell.OfferedLanguages;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.ShellPages;

/** To whom it may be written: offices of the directory, their posts, and how many days each has for an answer. */
@Route(AdvocacyPages.ADDRESSEES)
@PermitAll
@StyleSheet("context://advocacy/advocacy.css")
class AddresseesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int DAYS = 30;

    /** The most that stand here at once. */
    private static final int SHOWN = 100;

    private final Addressees addressees;
    private final Directory directory;
    private final Places places;
    private final Permissions permissions;
    private final House house;
    private final Words words;
    private final Div place = new Div();
    private final TextField find = new TextField();
    private final Div body = new Div();

    AddresseesView(
            Addressees addressees,
            Directory directory,
            Places places,
            Permissions permissions,
            House house,
            Messages messages,
            Wording wording,
            CurrentReader currentReader) {
        this.addressees = addressees;
        this.directory = directory;
        this.places = places;
        this.permissions = permissions;
        this.house = house;
        this.words = new Words(messages, wording, currentReader.get());
        addClassName("view");
        place.addClassName("asking");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        permissions.check(words.asker(), AdvocacyRights.READ, Scope.PLATFORM);
        removeAll();
        PageHeading heading = new PageHeading(getPageTitle())
                .below(ShellPages.path(AdvocacyPages.ADVOCACY), words.text("advocacy.public.title"))
                .lead(words.text("advocacy.app.addressees-lead"));
        if (keeps()) {
            Button enter = new Button(words.text("advocacy.app.enter-addressee"), _ -> form(null));
            enter.addThemeVariants(ButtonVariant.PRIMARY);
            heading.acts(enter);
        }
        find.setLabel(words.text("advocacy.app.find-addressee"));
        find.setClearButtonVisible(true);
        find.setValueChangeMode(ValueChangeMode.LAZY);
        find.setValue(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(AdvocacyPages.FIND)
                .map(PlainText::line)
                .orElse(""));
        find.addValueChangeListener(_ -> show());
        add(heading, place, find, body);
        show();
    }

    @Override
    public String getPageTitle() {
        return words.text("advocacy.app.addressees");
    }

    private boolean keeps() {
        return permissions.has(words.asker(), AdvocacyRights.KEEP_ADDRESSEES, Scope.PLATFORM);
    }

    private void show() {
        body.removeAll();
        List<AddresseeLine> all = addressees.search(words.asker(), find.getValue(), words.language(), SHOWN);
        if (all.isEmpty() && !find.isEmpty()) {
            body.add(new Paragraph(words.text("advocacy.app.no-such-addressee")));
            return;
        }
        if (all.isEmpty()) {
            body.add(new EmptyState(
                    words.text("advocacy.app.no-addressees"), words.text("advocacy.app.no-addressees-text")));
            return;
        }
        UnorderedList rows = Pieces.rows();
        boolean keeps = keeps();
        all.forEach(line -> rows.add(row(line, keeps)));
        body.add(rows);
        if (all.size() == SHOWN) {
            body.add(new Paragraph(words.text("advocacy.app.more-addressees", SHOWN)));
        }
    }

    private ListItem row(AddresseeLine line, boolean keeps) {
        AddresseeContent content = line.content();
        List<Component> facts = new ArrayList<>();
        Stream.of(content.unit(), content.post(), content.holder(), content.email())
                .filter(words -> !words.isEmpty())
                .map(Span::new)
                .forEach(facts::add);
        facts.add(new Span(content.language().ownName()));
        facts.add(new Span(words.text("advocacy.app.days", content.replyDays())));
        Div acts = new Div();
        acts.addClassName("line");
        if (keeps) {
            acts.add(
                    new Button(words.text("advocacy.app.change"), _ -> form(line)),
                    new Button(words.text("advocacy.app.retire-addressee"), _ -> retire(line)));
        }
        return Pieces.row(new Span(words.name(line.name())), acts, facts.toArray(Component[]::new));
    }

    private void retire(AddresseeLine line) {
        new Ask(words, "advocacy.retire-addressee." + line.id(), "advocacy.app.retire-addressee")
                .note(words.text("advocacy.app.retire-addressee-text"))
                .doing(() -> addressees.close(words.asker(), line.id(), line.version()))
                .open(place, this::show);
    }

    /** @param line null for a new one */
    private void form(@Nullable AddresseeLine line) {
        AddresseeContent now = line == null ? null : line.content();
        Ask ask = new Ask(
                words,
                "advocacy.addressee." + (line == null ? "new" : line.id()),
                line == null ? "advocacy.app.enter-addressee" : "advocacy.app.save");
        EntryChoice entry =
                ask.asking("entry", new EntryChoice(words.text("advocacy.app.field.entry"), directory, words));
        if (now != null) {
            EntryCard card = directory.cards(List.of(now.entry())).get(now.entry());
            if (card != null) {
                entry.setValue(card);
            }
        }
        TextField unit = ask.line("unit", "advocacy.app.field.unit", now == null ? "" : now.unit(), false);
        TextField post = ask.line("post", "advocacy.app.field.post", now == null ? "" : now.post(), false);
        TextField holder = ask.line("holder", "advocacy.app.field.holder", now == null ? "" : now.holder(), false);
        TextField email = ask.line("email", "advocacy.app.field.email", now == null ? "" : now.email(), false);
        TextArea address = ask.block("address", "advocacy.app.field.address", now == null ? "" : now.address(), false);
        Select<Language> language = ask.choice(
                "language",
                "advocacy.app.field.language",
                OfferedLanguages.with(now == null ? null : now.language()),
                Language::ownName,
                now == null ? words.language() : now.language());
        IntegerField days =
                ask.number("replyDays", "advocacy.app.field.days", now == null ? DAYS : now.replyDays(), 1, 365);
        entry.addValueChangeListener(chosen -> {
            if (chosen.isFromClient() && chosen.getValue() != null && email.isEmpty()) {
                office(chosen.getValue()).ifPresent(email::setValue);
            }
        });
        AddresseeId id = line == null ? AddresseeId.next() : line.id();
        ask.doing(() -> {
                    AddresseeContent content = new AddresseeContent(
                            entry.getValue().id(),
                            unit.getValue(),
                            post.getValue(),
                            holder.getValue(),
                            email.getValue(),
                            address.getValue(),
                            language.getValue(),
                            zone(entry.getValue()),
                            days.getValue() == null ? 0 : days.getValue());
                    if (line == null) {
                        addressees.enter(words.asker(), id, content);
                    } else {
                        addressees.change(words.asker(), id, line.version(), content);
                    }
                })
                .open(place, this::show);
    }

    /** By whose calendar its answers are waited for: that of its city. */
    private ZoneId zone(EntryCard card) {
        String city = card.place();
        return city == null
                ? house.zone()
                : places.find(city).map(Places.Place::zone).orElse(house.zone());
    }

    /** The mail address of its office, as the directory has it. */
    private Optional<String> office(EntryCard card) {
        return directory.details(List.of(card.id())).stream()
                .flatMap(detail -> detail.content().contacts().stream())
                .filter(contact -> contact.person() == null)
                .map(EntryContent.Contact::email)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
