package org.kvartal.missions.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Map;
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

/** Makes fields for a person who does or coordinates a project: the office finds everybody, others find people who are members. */
@Component
class ProjectPeople {

    private final People people;
    private final Members members;
    private final Permissions permissions;

    ProjectPeople(People people, Members members, Permissions permissions) {
        this.people = people;
        this.members = members;
        this.permissions = permissions;
    }

    ComboBox<PersonCard> field(String label, @Nullable PersonCard chosen, Words words) {
        boolean office = permissions.has(words.asker(), Grants.SEE, Scope.PLATFORM);
        ComboBox<PersonCard> field = new ComboBox<>(label);
        field.setItemLabelGenerator(PersonCard::name);
        field.setClearButtonVisible(true);
        field.setItems(query -> {
            String name = query.getFilter().orElse("");
            int offset = query.getOffset();
            int limit = query.getLimit();
            return office
                    ? people.named(words.asker(), name, words.language(), offset, limit).stream()
                    : members(name, words, offset + limit).stream().skip(offset).limit(limit);
        });
        if (chosen != null) {
            field.setValue(chosen);
        }
        return field;
    }

    /** Whoever reads, for a field that they stand in at first. */
    @Nullable PersonCard self(Words words) {
        return words.asker().person().flatMap(people::card).orElse(null);
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
