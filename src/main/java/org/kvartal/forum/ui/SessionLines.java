package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions.SessionPage;
import org.kvartal.shell.Icon;

/** What stands under the heading of a session: that it was cancelled and why, the address of its call. */
final class SessionLines {

    private SessionLines() {}

    static List<Div> of(SessionPage page, Words words) {
        List<Div> lines = new ArrayList<>();
        if (!page.reason().isEmpty()) {
            Span reason = new Span(page.reason());
            reason.addClassName("pre");
            Div text = new Div(new Paragraph(words.text("forum.cancelled")), reason);
            Div notice = new Div(Icon.ALERT.create(), text);
            notice.addClassNames("notice", "late");
            lines.add(notice);
        }
        if (!page.callLink().isEmpty() && page.card().state() == SessionState.OPEN) {
            Anchor call = new Anchor(page.callLink(), words.text("forum.app.call"));
            call.getElement().setAttribute("target", "_blank").setAttribute("rel", "noopener");
            call.setRouterIgnore(true);
            Div line = new Div(Icon.LINK.small(), call);
            line.addClassName("call-line");
            lines.add(line);
        }
        return lines;
    }
}
