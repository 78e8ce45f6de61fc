package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvartal.forum.Agenda.AgendaPart;
import org.kvartal.forum.ItemId;
import org.kvartal.shell.Icon;

/** The agenda that is being arranged, section by section. */
class DeskColumn extends Section {

    private final Words words;
    private final List<DeskSection> sections = new ArrayList<>();

    DeskColumn(Words words) {
        this.words = words;
        addClassName("desk-agenda");
    }

    /** @param arranges whether sections can be added */
    void show(List<AgendaPart> parts, boolean arranges, Desk desk) {
        removeAll();
        sections.clear();
        add(new H2(words.text("forum.agenda")));
        for (int at = 0; at < parts.size(); at++) {
            DeskSection section = new DeskSection(parts, at, desk, words);
            sections.add(section);
            add(section);
        }
        if (arranges) {
            add(new Button(words.text("forum.app.section.add"), Icon.PLUS.create(), _ -> desk.addSection()));
        }
    }

    Optional<DeskItem> row(ItemId item) {
        return sections.stream().flatMap(section -> section.row(item).stream()).findFirst();
    }
}
