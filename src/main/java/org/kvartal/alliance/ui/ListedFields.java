package org.kvartal.alliance.ui;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;

/** The fields of one of several things of the same sort. */
interface ListedFields<T> extends FormPart {

    Component component();

    void show(T value);

    /** Leads the keyboard to the field that one begins with. */
    void focus();

    /**
     * What stands there, null where nothing does.
     *
     * @throws org.kvartal.kernel.Refused at a field that can't be read, where the form is to be saved
     */
    @Nullable T value(Reading reading);
}
