package org.kvartal.membership.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.CircularId;
import org.kvartal.membership.Circulars;
import org.kvartal.membership.Circulars.SentCircular;
import org.kvartal.membership.MembershipPages;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.RelativeTime;

/** A letter of the office, for those to whom it went. */
@Route(MembershipPages.CIRCULARS + "/:circular")
@PermitAll
class CircularView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Circulars circulars;
    private final Wording wording;
    private final Reader reader;
    private String title = "";

    CircularView(Circulars circulars, Wording wording, CurrentReader currentReader) {
        this.circulars = circulars;
        this.wording = wording;
        this.reader = currentReader.get();
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SentCircular circular = circulars.find(
                reader.asker(),
                event.getRouteParameters().get("circular").map(CircularView::id).orElseThrow(NotFound::new));
        removeAll();
        title = circular.subject().in(reader.language());
        Language shown = circular.text().shownIn(reader.language());
        Div prose = new Div();
        prose.addClassName("prose");
        prose.getElement().setAttribute("lang", shown.code());
        for (String paragraph : circular.text().in(shown).split("\\n\\s*\\n")) {
            prose.add(new Paragraph(paragraph.strip()));
        }
        add(
                new PageHeading(title)
                        .in(circular.subject().shownIn(reader.language()))
                        .facts(new Span(circular.by().name()), new RelativeTime(circular.at(), wording, reader)),
                prose);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private static CircularId id(String typed) {
        try {
            return new CircularId(UUID.fromString(typed));
        } catch (IllegalArgumentException noId) {
            throw new NotFound();
        }
    }
}
