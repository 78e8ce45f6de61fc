package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Anchor;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.SessionState;
import org.kvartal.forum.Sessions.SessionPage;

/** Where a session leads while it is held and after: into the room, to its desk, to its minutes. */
final class RoomLinks {

    private RoomLinks() {}

    static List<Anchor> of(SessionPage page, Words words) {
        String code = page.card().code();
        SessionState state = page.card().state();
        List<Anchor> links = new ArrayList<>();
        boolean held = state == SessionState.IN_PROGRESS;
        if (page.mayFacilitate() && (held || state == SessionState.OPEN)) {
            links.add(link(ForumPages.desk(code), words.text("forum.room.desk"), held));
        }
        if (held && page.mayEnter()) {
            links.add(link(ForumPages.room(code), words.text("forum.room.take-part"), !page.mayFacilitate()));
        }
        if (state == SessionState.CLOSED && page.minutes()) {
            links.add(link(ForumPages.minutes(code), words.text("forum.minutes.title"), true));
        }
        return links;
    }

    private static Anchor link(String path, String said, boolean main) {
        Anchor link = new Anchor(path, said);
        link.addClassName("button");
        if (main) {
            link.addClassName("main");
        }
        return link;
    }
}
