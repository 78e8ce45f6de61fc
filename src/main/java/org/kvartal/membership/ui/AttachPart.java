package org.kvartal.membership.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.WrittenMandates;
import org.kvartal.shell.Notices;

/** Takes the document of a mandate that stands already. It is attached as soon as it has come. */
class AttachPart extends Div {

    private final Words words;
    private final DocumentField document;
    private final Button leave;

    AttachPart(WrittenMandates written, MandateId mandate, Words words) {
        this.words = words;
        addClassNames("form", "sheet");
        document = new DocumentField(words, (name, content) -> written.attach(words.asker(), mandate, name, content));
        leave = new Button(words.text("membership.app.cancel"));
        leave.addClickShortcut(Key.ESCAPE).listenOn(this);
        Div acts = new Div(leave);
        acts.addClassName("form-acts");
        add(document, acts);
    }

    /** The button that leads here. */
    static Button button(boolean written, String which, Words words) {
        String key = written ? "membership.app.written.replace" : "membership.app.written.attach";
        Button button = new Button(words.text(key));
        button.setAriaLabel(words.text(key + "-which", which));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    /** Opens in a place and leaves it again. Once a document is attached, the page is read again. */
    void openIn(Div place, Runnable again) {
        leave.addClickListener(_ -> place.removeAll());
        document.onTaken(() -> {
            place.removeAll();
            Notices.done(words.text("membership.app.written.done"));
            again.run();
        });
        place.removeAll();
        place.add(this);
        document.focus();
    }
}
