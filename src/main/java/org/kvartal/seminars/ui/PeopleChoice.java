package org.kvartal.seminars.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members;
import org.kvartal.membership.Members.MemberSearch;
import org.springframework.stereotype.Component;

/** Finds people and organisations for fields: the office finds everybody, others find people who are members. */
@Component
class PeopleChoice {

    private static final int MOST = 50;

    private static final Set<MemberKind> ORGANISATIONS =
            Arrays.stream(MemberKind.values()).filter(MemberKind::organisation).collect(Collectors.toUnmodifiableSet());

    private final People people;
    private final Members members;
    private final Permissions permissions;

    PeopleChoice(People people, Members members, Permissions permissions) {
        this.people = people;
        this.members = members;
        this.permissions = permissions;
    }

    ComboBox<PersonCard> person(String label, @Nullable PersonCard chosen, Words words) {
        ComboBox<PersonCard> field = new ComboBox<>(label);
        field.setItemLabelGenerator(PersonCard::name);
        field.setClearButtonVisible(true);
        // What follows the first stretch is found by typing on.
        field.setItems(
                query -> people(query.getFilter().orElse(""), words).stream()
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> people(query.getFilter().orElse(""), words).size());
        if (chosen != null) {
            field.setValue(chosen);
        }
        return field;
    }

    private List<PersonCard> people(String name, Words words) {
        if (permissions.has(words.asker(), Grants.SEE, Scope.PLATFORM)) {
            return people.named(words.asker(), name, words.language(), 0, MOST);
        }
        List<PersonId> found = found(name, Set.of(MemberKind.PERSON), words).stream()
                .map(MemberCard::person)
                .filter(Objects::nonNull)
                .toList();
        var cards = people.cards(found);
        return found.stream().map(cards::get).filter(Objects::nonNull).toList();
    }

    MultiSelectComboBox<MemberCard> organisations(String label, Set<MemberId> chosen, Words words) {
        MultiSelectComboBox<MemberCard> field = new MultiSelectComboBox<>(label);
        field.setItemLabelGenerator(card -> words.name(card.name()));
        field.setItems(
                query -> found(query.getFilter().orElse(""), ORGANISATIONS, words).stream()
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> found(query.getFilter().orElse(""), ORGANISATIONS, words)
                        .size());
        field.setValue(members.cards(words.asker(), chosen).values());
        return field;
    }

    Map<MemberId, MemberCard> cards(Set<MemberId> named, Words words) {
        return members.cards(words.asker(), named);
    }

    private List<MemberCard> found(String text, Set<MemberKind> kinds, Words words) {
        return members.search(words.asker(), new MemberSearch(text, null, null, kinds), words.language(), null, MOST)
                .members();
    }
}
