package org.kvartal.alliance.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.alliance.Directory.RelationLine;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.RoughDate;
import org.kvartal.kernel.Asker;

/** How an entry belongs together with others is proposed, agreed to and ended. */
class UC062RelateTests extends AtTheDesk {

    @Test
    void whatOneSideProposesTheOtherConfirms() {
        EntryId weavers = owned(maria, "Weavers");
        Asker boris = town.person(Role.MEMBER);
        EntryId alliance = owned(boris, "Alliance");
        sits(maria);
        goEdit(weavers);
        press("Add a relation");
        choose(alliance);
        type("Since", "7.2023");
        press("Add it");

        assertThat(toast()).isEqualTo("The relation is noted.");
        assertThat(page()).contains("Waits for the other side", "since July 2023");
        assertThat(related(weavers)).isEmpty();

        sits(boris);
        goEdit(alliance);
        assertThat(page()).contains("Waits for you").contains("Weavers " + own);
        press("Agree");

        RelationLine line = related(weavers).getFirst();
        assertThat(line.since()).isEqualTo(RoughDate.of("2023-07"));
        assertThat(line.other().id()).isEqualTo(alliance);
        assertThat(line.outward()).isTrue();
    }

    @Test
    void theOfficeNotesEndsAndTakesBack() {
        EntryId sofia = made(EntryKind.CITY, "Sofia");
        EntryId athens = made(EntryKind.CITY, "Athens");
        sits(steward);
        goEdit(sofia);
        press("Add a relation");
        choose(athens);
        press("Add it");
        assertThat(related(sofia)).hasSize(1);

        press("End");
        type("Until", "soon");
        press("End it");
        assertThat(field("Until").getErrorMessage())
                .isEqualTo("Please give a year, a month or a day, like 2023 or 8.7.2023.");
        type("Until", "2020");
        press("End it");
        assertThat(related(sofia).getFirst().ended()).isTrue();
        assertThat(page()).contains("ended");

        press("Take back");
        assertThat(related(sofia)).isEmpty();
    }

    @Test
    void whatIsMissingOrWrongIsSaidBesideItsField() {
        EntryId sofia = made(EntryKind.CITY, "Sofia");
        EntryId athens = made(EntryKind.CITY, "Athens");
        sits(steward);
        goEdit(sofia);
        press("Add a relation");

        press("Add it");
        assertThat(other().getErrorMessage()).isEqualTo("Please choose the other entry.");
        choose(athens);
        type("Since", "2023");
        type("Until", "2021");
        press("Add it");
        assertThat(field("Until").getErrorMessage()).isEqualTo("This ends before it begins.");
        choose(sofia);
        type("Until", "");
        press("Add it");
        assertThat(other().getErrorMessage()).isEqualTo("An entry can't belong to itself.");
        assertThat(related(sofia)).isEmpty();
    }

    @Test
    void whoDoesNotKeepAnEntryIsOfferedNoRelations() {
        EntryId sofia = made(EntryKind.CITY, "Sofia");
        sits(maria);

        goEdit(sofia);

        assertThat(find(Button.class).withText("Add a relation").exists()).isFalse();
    }

    private void choose(EntryId entry) {
        other().setValue(form(entry).card());
    }

    @SuppressWarnings("unchecked")
    private ComboBox<EntryCard> other() {
        return find(ComboBox.class).withCaption("Other entry").single();
    }

    private List<RelationLine> related(EntryId id) {
        return directory.details(List.of(id)).getFirst().relations();
    }
}
