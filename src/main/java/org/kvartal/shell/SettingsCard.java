package org.kvartal.shell;

import com.vaadin.flow.component.Component;
import org.kvartal.kernel.Reader;

/** A part of one's own settings that a module above adds: what it is about at the left, what can be set at the right. */
public interface SettingsCard {

    /** Cards stand below one's profile in ascending order. */
    int order();

    Component card(Reader reader);
}
