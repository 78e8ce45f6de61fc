package org.kvartal.missions.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members;
import org.kvartal.membership.Members.MemberSearch;
import org.kvartal.missions.Party;

/** Chooses an organisation of the house or of the directory by any part of its name; where that is allowed, a name that stands in neither is typed. */
class PartyChoice extends ComboBox<PartyChoice.Named> {

    private static final int MOST = 20;

    /** So many are offered for a name that was typed. */
    private static final int MEANT = 3;

    private static final Set<MemberKind> ORGANISATIONS =
            Arrays.stream(MemberKind.values()).filter(MemberKind::organisation).collect(Collectors.toUnmodifiableSet());

    private final Members members;
    private final Directory directory;
    private final Words words;
    private @Nullable String hint;

    record Named(Party party, String name, boolean member) {}

    /** @param others whether somebody who stands in neither may be named */
    PartyChoice(String label, Members members, Directory directory, Words words, boolean others) {
        super(label);
        this.members = members;
        this.directory = directory;
        this.words = words;
        setItemLabelGenerator(one -> one.member() ? words.text("missions.trip.member", one.name()) : one.name());
        setItems(
                query -> found(query.getFilter().orElse("")).stream()
                        // What follows the first stretch is found by typing on.
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> found(query.getFilter().orElse("")).size());
        setClearButtonVisible(true);
        if (others) {
            setAllowCustomValue(true);
            addCustomValueSetListener(typed -> {
                String name = typed.getDetail().strip();
                setValue(name.isEmpty() ? null : known(name));
            });
            addValueChangeListener(change -> tell(change.getValue()));
        }
    }

    /** What stands below while nobody but a known one is chosen. */
    PartyChoice hint(String text) {
        hint = text;
        setHelperText(text);
        return this;
    }

    /** Whoever is called exactly so is meant; else the name as it was typed. */
    private Named known(String name) {
        return found(name).stream()
                .filter(one -> one.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseGet(() -> new Named(new Party.Named(name), name, false));
    }

    /** Says that a typed name stands nowhere, and who may be meant by it. */
    private void tell(@Nullable Named chosen) {
        setHelperComponent(null);
        setHelperText(hint);
        if (chosen == null || !(chosen.party() instanceof Party.Named)) {
            return;
        }
        Div outside = new Div(new Span(words.text("missions.deal.party-outside", chosen.name())));
        found(chosen.name()).stream()
                .limit(MEANT)
                .map(one -> new Button(
                        words.text(
                                "missions.deal.party-meant",
                                getItemLabelGenerator().apply(one)),
                        _ -> setValue(one)))
                .forEach(offer -> {
                    offer.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
                    outside.add(offer);
                });
        setHelperComponent(outside);
    }

    private List<Named> found(String text) {
        Stream<Named> ofHouse = members
                .search(words.asker(), new MemberSearch(text, null, null, ORGANISATIONS), words.language(), null, MOST)
                .members()
                .stream()
                .map(card -> new Named(new Party.OfMember(card.id()), words.name(card.name()), true));
        Stream<Named> ofDirectory =
                directory.search(DirectoryFilter.ALL.withText(text), words.language(), null, MOST).entries().stream()
                        .map(card -> new Named(new Party.OfEntry(card.id()), words.name(card.names()), false));
        return Stream.concat(ofHouse, ofDirectory).toList();
    }

    /** Chooses one that stands there already. */
    void choose(Party party) {
        switch (party) {
            case Party.OfMember(var id) ->
                members.find(words.asker(), id)
                        .ifPresent(card -> setValue(new Named(party, words.name(card.name()), true)));
            case Party.OfEntry(var id) -> {
                var card = directory.cards(List.of(id)).get(id);
                if (card != null) {
                    setValue(new Named(party, words.name(card.names()), false));
                }
            }
            case Party.Named(String name) -> setValue(new Named(party, name, false));
        }
    }

    @Nullable Party party() {
        Named chosen = getValue();
        return chosen == null ? null : chosen.party();
    }
}
