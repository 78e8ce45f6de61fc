package org.kvartal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;

/**
 * The language of what is typed into a field. Its label and its hints are the reader's: they keep the reader's language, and with it the forms
 * of their letters.
 *
 * @param tag BCP 47, empty where it is not known
 */
public record TypedLanguage(String tag) {

    /** Says so of a field, now and whenever it comes onto the page again. */
    public static void say(Component field, String tag) {
        boolean known = ComponentUtil.getData(field, TypedLanguage.class) != null;
        ComponentUtil.setData(field, TypedLanguage.class, new TypedLanguage(tag));
        if (!known) {
            field.addAttachListener(_ -> write(field));
        }
        if (field.isAttached()) {
            write(field);
        }
    }

    private static void write(Component field) {
        TypedLanguage language = ComponentUtil.getData(field, TypedLanguage.class);
        if (language != null) {
            field.getElement().executeJs("(this.inputElement ?? this).lang = $0", language.tag());
        }
    }
}
