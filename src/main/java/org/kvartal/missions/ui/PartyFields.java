package org.kvartal.missions.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kvartal.alliance.Directory;
import org.kvartal.membership.Members;
import org.kvartal.missions.Agreements;
import org.kvartal.missions.Party;
import org.kvartal.shell.AskSheet.Asked;

/** Between whom something is agreed: two at first. */
class PartyFields extends Div implements Asked {

    private static final int FIRST = 2;

    private final Members members;
    private final Directory directory;
    private final Words words;
    private final Div list = new Div();
    private final List<PartyChoice> parties = new ArrayList<>();
    private final Button more;

    PartyFields(List<Party> known, Members members, Directory directory, Words words) {
        this.members = members;
        this.directory = directory;
        this.words = words;
        addClassName("stack");
        list.addClassName("stack");
        more = new Button(words.text("missions.deal.another-party"), _ -> {
            party().focus();
            offer();
        });
        more.addThemeVariants(ButtonVariant.TERTIARY);
        known.forEach(one -> party().choose(one));
        while (parties.size() < FIRST) {
            party();
        }
        add(list, more);
        offer();
    }

    private PartyChoice party() {
        PartyChoice one = new PartyChoice(
                words.text("missions.deal.field.party", parties.size() + 1), members, directory, words, true);
        if (parties.isEmpty()) {
            one.hint(words.text("missions.deal.field.party-hint"));
        }
        one.addValueChangeListener(_ -> one.setInvalid(false));
        parties.add(one);
        list.add(one);
        return one;
    }

    private void offer() {
        more.setVisible(parties.size() < Agreements.MOST_PARTIES);
    }

    List<Party> parties() {
        return parties.stream().map(PartyChoice::party).filter(Objects::nonNull).toList();
    }

    @Override
    public boolean incomplete() {
        if (parties().size() >= FIRST) {
            return false;
        }
        return refuse("parties", words.text("missions.refused.parties"));
    }

    @Override
    public boolean refuse(String field, String why) {
        if (!field.equals("parties") && !field.startsWith("parties.")) {
            return false;
        }
        PartyChoice wrong =
                parties.stream().filter(one -> one.party() == null).findFirst().orElse(parties.getFirst());
        wrong.setErrorMessage(why);
        wrong.setInvalid(true);
        wrong.focus();
        return true;
    }
}
