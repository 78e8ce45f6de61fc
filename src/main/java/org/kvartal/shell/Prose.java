package org.kvartal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.SafeHtml;

/** What somebody wrote, in its own language. The only component of the workspace that puts markup into a page as it stands. */
@Tag("div")
public class Prose extends Component implements HasStyle {

    public Prose(SafeHtml html, Language language) {
        addClassName("prose");
        show(html, language);
    }

    /** Shows this text instead. */
    public final void show(SafeHtml html, Language language) {
        getElement().setAttribute("lang", language.code());
        getElement().setProperty("innerHTML", html.html());
    }
}
