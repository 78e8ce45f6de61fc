package org.kvartal.missions.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory;
import org.kvartal.kernel.Language;
import org.kvartal.membership.Members;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.Missions.DelegationLine;
import org.kvartal.missions.Missions.MissionPage;
import org.kvartal.missions.Rosters;
import org.kvartal.missions.Rosters.DelegationContent;
import org.kvartal.missions.Rosters.TravellerContent;
import org.kvartal.missions.Rosters.TravellerLine;
import org.kvartal.shell.OfferedLanguages;
import org.springframework.stereotype.Component;

/** What whoever coordinates a mission does with its delegations. */
@Component
class DelegationActs {

    private final Rosters rosters;
    private final Members members;
    private final Directory directory;

    DelegationActs(Rosters rosters, Members members, Directory directory) {
        this.rosters = rosters;
        this.members = members;
        this.directory = directory;
    }

    /** @param id null for a new one */
    Ask put(MissionPage page, @Nullable DelegationId id, Words words) {
        DelegationContent known = id == null ? null : rosters.content(words.asker(), id);
        DelegationId delegation = id == null ? DelegationId.next() : id;
        Ask ask = Ask.titled(
                words,
                "missions.delegation." + page.line().code() + "." + (id == null ? "new" : id),
                id == null ? "missions.app.trip-delegation" : "missions.app.trip-delegation-edit");
        TextField name = ask.line("name", "missions.trip.field.delegation", known == null ? "" : known.name(), true);
        PartyChoice party = ask.asking(
                "party", new PartyChoice(words.text("missions.trip.field.party"), members, directory, words, false));
        party.setHelperText(words.text("missions.trip.field.party-hint"));
        if (known != null && known.party() != null) {
            party.choose(known.party());
        }
        party.addValueChangeListener(change -> {
            if (change.getValue() != null && name.isEmpty()) {
                name.setValue(change.getValue().name());
            }
        });
        TextField head = ask.line("head", "missions.trip.field.head", known == null ? "" : known.head(), false);
        TextField email = ask.line("email", "missions.trip.field.email", known == null ? "" : known.email(), false);
        email.setHelperText(words.text("missions.trip.field.email-hint"));
        Select<Language> language = ask.choice(
                "language",
                "missions.trip.field.language",
                OfferedLanguages.with(known == null ? null : known.language()),
                Language::ownName,
                known == null ? words.language() : known.language());
        return ask.doing(() -> rosters.put(
                words.asker(),
                page.line().id(),
                delegation,
                new DelegationContent(
                        name.getValue(), party.party(), head.getValue(), email.getValue(), language.getValue())));
    }

    Ask invite(DelegationLine line, Words words) {
        return new Ask(words, "missions.invite." + line.id(), "missions.app.trip-invite")
                .note(words.text("missions.app.trip-invite-text", line.name()))
                .doing(() -> rosters.invite(words.asker(), line.id()));
    }

    Ask fill(DelegationLine line, Words words) {
        List<TravellerContent> known = rosters.of(words.asker(), line.id()).stream()
                .map(TravellerLine::content)
                .toList();
        Ask ask = Ask.titled(words, "missions.fill." + line.id(), "missions.app.trip-fill")
                .note(words.text("missions.app.trip-fill-text", line.name()));
        TravellerFields travellers = ask.group(new TravellerFields(words, known));
        return ask.doing(() -> rosters.fill(words.asker(), line.id(), travellers.travellers()));
    }

    Ask drop(DelegationLine line, Words words) {
        return new Ask(words, "missions.drop." + line.id(), "missions.app.trip-delegation-drop")
                .note(words.text("missions.app.trip-delegation-drop-text", line.name()))
                .harmful()
                .doing(() -> rosters.drop(words.asker(), line.id()));
    }
}
