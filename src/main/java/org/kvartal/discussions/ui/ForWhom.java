package org.kvartal.discussions.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Span;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberCard;

/** Says for whom somebody wrote, beside their name: the organisation's own in the language that it is in. */
class ForWhom extends Span {

    /** Stands where the name comes; nobody's name holds it. */
    private static final String NAME = "\u0001";

    ForWhom(MemberCard association, Language reading) {
        addClassName("for-whom");
        String said = getTranslation("discussions.app.thread.for", NAME);
        int at = said.indexOf(NAME);
        Span name = new Span(association.name().in(reading));
        name.getElement()
                .setAttribute("lang", association.name().shownIn(reading).code());
        add(new Text(said.substring(0, at)), name, new Text(said.substring(at + NAME.length())));
    }
}
