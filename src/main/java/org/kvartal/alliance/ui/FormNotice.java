package org.kvartal.alliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import org.kvartal.shell.Icon;

/** A word above a form. */
class FormNotice extends Div {

    FormNotice(Icon icon, String words) {
        super(icon.create(), new Paragraph(words));
        addClassNames("notice", "info");
    }

    /** That the form goes on with what was typed before; a press throws it away. */
    static FormNotice resumed(DeskWords words, Instant at, Runnable discard) {
        FormNotice notice = new FormNotice(
                Icon.HISTORY,
                words.text("alliance.form.resumed", words.wording().when(at, words.reader())));
        Button away = new Button(words.text("alliance.form.discard"), _ -> discard.run());
        away.addThemeVariants(ButtonVariant.TERTIARY);
        notice.add(away);
        return notice;
    }
}
