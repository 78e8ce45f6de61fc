package org.kvartal.seminars.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Optional;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.seminars.Seminars.TrainerLine;

/** Where a seminar is held, and who teaches there. */
final class WhereAndWho {

    private WhereAndWho() {}

    static Optional<Section> where(SeminarPage page, SeminarTools tools, Words words) {
        Div facts = new Div();
        facts.addClassName("where");
        if (!page.card().place().isEmpty()) {
            facts.add(new Paragraph(page.card().place()));
        }
        if (page.card().city() != null) {
            tools.city(page.card().city()).ifPresent(city -> facts.add(new Paragraph(words.name(city.name()))));
        }
        if (!page.content().link().isEmpty()) {
            Anchor link = new Anchor(page.content().link(), words.text("seminars.app.join"));
            link.addClassName("button");
            link.getElement().setAttribute("target", "_blank").setAttribute("rel", "noopener");
            link.setRouterIgnore(true);
            facts.add(link);
        } else if (page.card().online()) {
            facts.add(Pieces.quiet(words.text("seminars.app.online-later")));
        }
        return facts.getElement().getChildCount() == 0
                ? Optional.empty()
                : Optional.of(Pieces.part(words.text("seminars.field.place"), facts));
    }

    static Optional<Section> team(SeminarPage page, Words words) {
        return page.team().isEmpty()
                ? Optional.empty()
                : Optional.of(Pieces.part(words.text("seminars.app.team"), people(page, words)));
    }

    static UnorderedList people(SeminarPage page, Words words) {
        UnorderedList rows = Pieces.rows();
        for (TrainerLine line : page.team()) {
            rows.add(Pieces.row(
                    Pieces.person(line.person(), line.name()), null, new Span(words.of("role", line.role()))));
        }
        return rows;
    }
}
