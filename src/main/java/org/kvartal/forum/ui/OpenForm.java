package org.kvartal.forum.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import org.kvartal.forum.Convening;
import org.kvartal.forum.Sessions.SessionCard;

/** Opens a session. There is no way back, so it asks first, and whether letters go out. */
class OpenForm extends WordedSheet {

    private final Convening convening;
    private final SessionCard session;
    private final Checkbox invite;

    /** @param held whether it has been held already: then nobody is invited */
    OpenForm(Convening convening, SessionCard session, boolean held, Words words) {
        super(words, "open " + session.id(), words.text("forum.app.open.send"));
        this.convening = convening;
        this.session = session;
        invite = new Checkbox(words.text("forum.app.open.invite"));
        invite.setHelperText(words.text("forum.app.open.invite-hint"));
        invite.setValue(!held);
        invite.setVisible(!held);
        fill(new Paragraph(words.text(held ? "forum.app.open.held" : "forum.app.open.text")), invite);
    }

    @Override
    public void focus() {
        invite.focus();
    }

    @Override
    protected void send() {
        convening.open(words.asker(), session.id(), session.version(), invite.getValue());
    }
}
