package org.kvartal.shell;

import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;

/** A person, everywhere the same: a face and a name, whose letters follow the person's own language. */
public class PersonChip extends Span {

    public PersonChip(PersonId person, String name, @Nullable String picture, Language language) {
        this(person, name, picture, language, Face.Size.SMALL);
    }

    public PersonChip(PersonId person, String name, @Nullable String picture, Language language, Face.Size size) {
        addClassName("person");
        Span words = new Span(name);
        words.addClassName("person-name");
        words.getElement().setAttribute("lang", language.code());
        add(new Face(person, name, picture, size), words);
    }
}
