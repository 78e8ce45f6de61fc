package org.kvartal.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;

/** The place from which screen readers hear what changes by itself. The frame holds one; {@link Notices#whisper} speaks through it. */
public class LiveRegion extends Div {

    public LiveRegion() {
        addClassName("visually-hidden");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-live", "polite");
        addAttachListener(attached -> ComponentUtil.setData(attached.getUI(), LiveRegion.class, this));
        addDetachListener(detached -> {
            if (equals(ComponentUtil.getData(detached.getUI(), LiveRegion.class))) {
                ComponentUtil.setData(detached.getUI(), LiveRegion.class, null);
            }
        });
    }

    static void say(UI ui, String words) {
        LiveRegion region = ComponentUtil.getData(ui, LiveRegion.class);
        if (region != null) {
            region.setText(words);
        }
    }
}
