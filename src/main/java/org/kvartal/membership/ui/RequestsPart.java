package org.kvartal.membership.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.kvartal.membership.Admissions.QueueRow;
import org.kvartal.membership.MembershipPages;
import org.kvartal.shell.StatusBadge;
import org.kvartal.shell.StatusBadge.Status;

/** Those who want to represent an organisation and wait for an answer. */
class RequestsPart extends Section {

    RequestsPart(List<QueueRow> requests, Words words) {
        addClassName("part");
        Div head = new Div(new H2(words.text("membership.app.requests.title")));
        head.addClassName("part-head");
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        requests.forEach(request -> list.add(row(request, words)));
        add(head, list);
    }

    private static ListItem row(QueueRow request, Words words) {
        H3 title = new H3(new Anchor(MembershipPages.application(request.number()), request.applicant()));
        title.addClassName("row-title");
        Div meta = new Div(
                new StatusBadge(Status.WAITING, words.of("state", request.state())),
                new Span(words.text("membership.app.waits", words.lasting(request.waited()))));
        meta.addClassNames("row-meta", "meta");
        ListItem row = new ListItem(title, meta);
        row.addClassName("row");
        return row;
    }
}
