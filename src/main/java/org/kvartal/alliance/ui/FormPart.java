package org.kvartal.alliance.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.jspecify.annotations.Nullable;
import org.kvartal.shell.LocalizedField;

/** A part of the form for an entry. Fields are named as {@link org.kvartal.alliance.EntryContent} names them. */
interface FormPart {

    /** How long somebody may go on typing before the house knows, in milliseconds: what is typed is kept as a draft. */
    int TYPING_PAUSE = 1_500;

    /** Says beside a field what is wrong with it; false where it is not a field of this part. */
    boolean refuse(String field, String words);

    /** Says it, and leads the keyboard there. */
    static <F extends HasValidationProperties & Focusable<?>> boolean refuseAt(F field, String words) {
        field.setErrorMessage(words);
        field.setInvalid(true);
        field.focus();
        return true;
    }

    /** A line that somebody types. */
    static TextField line(String label) {
        TextField field = new TextField(label);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE);
        return mending(field);
    }

    /** Several lines that somebody types. */
    static TextArea area(String label) {
        TextArea field = new TextArea(label);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE);
        return mending(field);
    }

    /** A line in one language or more. */
    static LocalizedField line(DeskWords words, String name, String label) {
        return LocalizedField.line(name, words.text(label), words.language()).telling(TYPING_PAUSE);
    }

    /** A refusal goes as soon as somebody changes what was refused. */
    static <F extends HasValidationProperties & HasValue<?, ?>> F mending(F field) {
        field.addValueChangeListener(_ -> field.setInvalid(false));
        return field;
    }

    /** What is typed, null for nothing. */
    static @Nullable String typed(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue();
    }
}
