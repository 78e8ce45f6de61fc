package org.kvartal.forum.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import org.kvartal.forum.Sessions.SessionCard;

/** When a session takes place, by the clock of its city; on hover by the reader's. */
@Tag("time")
class SessionTime extends Component implements HasStyle {

    SessionTime(SessionCard session, Words words) {
        getElement().setAttribute("datetime", session.startsAt().toString());
        getElement()
                .setAttribute(
                        "title",
                        words.wording()
                                .exact(
                                        session.startsAt(),
                                        words.language(),
                                        words.reader().zone()));
        getElement()
                .setText(words.wording()
                        .exact(
                                session.startsAt(),
                                words.language(),
                                session.zone(),
                                words.reader().zone()));
    }
}
