package org.kvartal.alliance.ui;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/** The fields of one of several things of the same sort. */
interface ListedFields<T> extends FormPart {

    Component component();

    void show(T value);

    /** Leads the keyboard to the field that one begins with. */
    void focus();

    /** What stands there, null where nothing does. */
    @Nullable T value();
}
