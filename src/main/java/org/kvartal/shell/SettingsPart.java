package org.kvartal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** One part of the settings: what it is about at the left, what can be set at the right. */
public class SettingsPart extends Section {

    private final Div body = new Div();
    private final H2 title;

    /** {@code key} names the title in the bundle, and with {@code -about} the sentence below it. */
    public SettingsPart(String key) {
        addClassName("settings-part");
        title = new H2(getTranslation(key));
        title.setId(key.replace('.', '-'));
        getElement().setAttribute("aria-labelledby", title.getId().orElseThrow());
        Div about = new Div(title, new Paragraph(getTranslation(key + "-about")));
        about.addClassName("settings-about");
        body.addClassName("settings-body");
        add(about, body);
    }

    /** Leads the keyboard and the screen reader here, after an act that has made the part anew. */
    public final void enter() {
        // A page that has just been loaded is not shown yet, and what stands above gets its height after this turn.
        title.getElement().setAttribute("tabindex", "-1").executeJs("""
                        const enter = (frames) => {
                            if (this.getClientRects().length > 0) {
                                this.focus({ preventScroll: true });
                                requestAnimationFrame(() => this.closest('section').scrollIntoView({ block: 'nearest', behavior: 'instant' }));
                            } else if (frames > 0) {
                                requestAnimationFrame(() => enter(frames - 1));
                            }
                        };
                        enter(120);
                        """);
    }

    /** Shows these and nothing else. */
    public final void show(Component... components) {
        body.removeAll();
        body.add(components);
    }
}
