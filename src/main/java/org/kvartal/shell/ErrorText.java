package org.kvartal.shell;

import com.vaadin.flow.component.html.Paragraph;

/** What is wrong and how to mend it, where it is wrong. Silent until {@link #say}; screen readers hear it at once. */
public class ErrorText extends Paragraph {

    public ErrorText() {
        addClassName("error-text");
        getElement().setAttribute("role", "alert");
        clear();
    }

    public void say(String words) {
        setText(words);
        setVisible(true);
    }

    public void clear() {
        setText("");
        setVisible(false);
    }
}
