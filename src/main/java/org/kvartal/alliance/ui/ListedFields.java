package org.kvartal.alliance.ui;

import com.vaadin.flow.component.Component;

/** The fields of one of several things of the same sort. */
interface ListedFields<T> extends FormPart {

    Component component();

    void show(T value);

    /** Leads the keyboard to the field that one begins with. */
    void focus();

    /** What stands there. */
    T value(Reading reading);
}
