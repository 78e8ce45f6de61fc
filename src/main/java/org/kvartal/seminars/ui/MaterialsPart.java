package org.kvartal.seminars.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.NotFound;
import org.kvartal.seminars.Materials;
import org.kvartal.seminars.Materials.MaterialLine;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Notices;

/** What is given to those who take part, as lists of it show it. */
final class MaterialsPart {

    private MaterialsPart() {}

    static UnorderedList of(List<MaterialLine> lines, Materials materials, Words words) {
        UnorderedList rows = Pieces.rows();
        lines.forEach(line -> rows.add(row(line, materials, words, null)));
        return rows;
    }

    /** @param end what stands at its right, null for nothing */
    static ListItem row(MaterialLine line, Materials materials, Words words, @Nullable Component end) {
        List<Component> facts = new ArrayList<>();
        if (line.link() != null) {
            facts.add(new Span(words.text("seminars.app.on-the-web")));
        }
        if (line.file() != null) {
            facts.add(new Span(line.file().name()));
        }
        if (end != null) {
            facts.add(new Span(words.of("audience", line.audience())));
            facts.add(new Span(words.text("seminars.app.read-times", line.read())));
        }
        if (line.version() > 1) {
            facts.add(new Span(words.text("seminars.app.version", line.version())));
        }
        return Pieces.row(open(line, materials, words), end, facts.toArray(Component[]::new));
    }

    /** It is counted as read when somebody opens it, and its address works for a few minutes: so it is asked for by the press. */
    private static Button open(MaterialLine line, Materials materials, Words words) {
        Button open = new Button(line.title(), (line.link() == null ? Icon.FILE : Icon.LINK).create(), _ -> {
            try {
                UI.getCurrent().getPage().open(materials.open(words.asker(), line.id()));
            } catch (NotFound gone) {
                Notices.problem(words.text("seminars.app.material-gone"));
            }
        });
        open.addThemeVariants(ButtonVariant.TERTIARY);
        open.addClassName("material");
        return open;
    }
}
