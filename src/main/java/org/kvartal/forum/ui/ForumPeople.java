package org.kvartal.forum.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBox.FetchItemsCallback;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members;
import org.kvartal.membership.Members.MemberSearch;
import org.springframework.stereotype.Component;

/** Finds people for a field: the office finds everybody, others find people who are members. */
@Component
class ForumPeople {

    /** A member's number, as it is typed. */
    private static final String NUMBER = "[1-9][0-9]{0,9}";

    private final People people;
    private final Members members;
    private final Permissions permissions;

    ForumPeople(People people, Members members, Permissions permissions) {
        this.people = people;
        this.members = members;
        this.permissions = permissions;
    }

    ComboBox<PersonCard> field(String label, @Nullable PersonCard chosen, Words words) {
        ComboBox<PersonCard> field = new ComboBox<>(label);
        field.setItemLabelGenerator(PersonCard::name);
        field.setClearButtonVisible(true);
        FetchItemsCallback<PersonCard> found = find(words);
        field.setItems(query -> found.fetchItems(query.getFilter().orElse(""), query.getOffset(), query.getLimit()));
        if (chosen != null) {
            field.setValue(chosen);
        }
        return field;
    }

    @Nullable PersonCard card(@Nullable PersonId person) {
        return person == null ? null : people.card(person).orElse(null);
    }

    FetchItemsCallback<PersonCard> find(Words words) {
        boolean office = permissions.has(words.asker(), Grants.SEE, Scope.PLATFORM);
        return (name, offset, limit) -> name.matches(NUMBER)
                ? numbered(Long.parseLong(name), words).stream().skip(offset)
                : office
                        ? people.named(words.asker(), name, words.language(), offset, limit).stream()
                        : members(name, words, offset + limit).stream()
                                .skip(offset)
                                .limit(limit);
    }

    /** The person who is the member of that number: it is quicker to say than a name. */
    private List<PersonCard> numbered(long number, Words words) {
        return members.profile(words.asker(), number)
                .map(profile -> profile.card().person())
                .flatMap(people::card)
                .map(List::of)
                .orElse(List.of());
    }

    private List<PersonCard> members(String name, Words words, int limit) {
        List<PersonId> found = members
                .search(
                        words.asker(),
                        new MemberSearch(name, null, null, Set.of(MemberKind.PERSON)),
                        words.language(),
                        null,
                        limit)
                .members()
                .stream()
                .map(MemberCard::person)
                .filter(Objects::nonNull)
                .toList();
        var cards = people.cards(found);
        return found.stream().map(cards::get).filter(Objects::nonNull).toList();
    }
}
