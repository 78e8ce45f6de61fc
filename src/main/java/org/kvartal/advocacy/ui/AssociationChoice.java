package org.kvartal.advocacy.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members;
import org.kvartal.membership.Members.MemberSearch;

/** Chooses an organisation of the house by any part of its name. */
class AssociationChoice extends ComboBox<MemberCard> {

    private static final int MOST = 50;

    private static final Set<MemberKind> ORGANISATIONS =
            Arrays.stream(MemberKind.values()).filter(MemberKind::organisation).collect(Collectors.toUnmodifiableSet());

    AssociationChoice(String label, Members members, Words words) {
        super(label);
        setItemLabelGenerator(card -> words.name(card.name()));
        setItems(
                query -> found(members, words, query.getFilter().orElse("")).stream()
                        // What follows the first stretch is found by typing on.
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                query -> found(members, words, query.getFilter().orElse("")).size());
    }

    private static List<MemberCard> found(Members members, Words words, String text) {
        return members.search(
                        words.asker(), new MemberSearch(text, null, null, ORGANISATIONS), words.language(), null, MOST)
                .members();
    }
}
