package org.kvartal.membership.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.CallbackDataProvider.FetchCallback;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/** Makes fields for a person whom the house knows: the office finds everybody, others find people who are members. */
@Component
class PersonField {

    private final People people;
    private final Members members;
    private final Permissions permissions;

    PersonField(People people, Members members, Permissions permissions) {
        this.people = people;
        this.members = members;
        this.permissions = permissions;
    }

    ComboBox<PersonCard> make(String label, Words words) {
        boolean office = permissions.has(words.asker(), Grants.SEE, Scope.PLATFORM);
        FetchCallback<PersonCard, String> found = query -> {
            String name = query.getFilter().orElse("");
            int offset = query.getOffset();
            int limit = query.getLimit();
            return office
                    ? people.named(words.asker(), name, words.language(), offset, limit).stream()
                    : members(name, words, offset + limit).stream().skip(offset).limit(limit);
        };
        ComboBox<PersonCard> field = new ComboBox<>(label);
        field.setItemLabelGenerator(PersonCard::name);
        field.setItems(found);
        field.setRequiredIndicatorVisible(true);
        return field;
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
        Map<PersonId, PersonCard> cards = people.cards(found);
        return found.stream().map(cards::get).filter(Objects::nonNull).toList();
    }
}
