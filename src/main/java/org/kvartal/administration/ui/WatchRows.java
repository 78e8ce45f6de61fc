package org.kvartal.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.NotFound;
import org.kvartal.shell.Notices;

/** A part of the page: what failed, and what can be done about each. */
class WatchRows extends Section {

    private final WatchWords words;
    private final UnorderedList list = new UnorderedList();
    private final Div foot = new Div();
    private final H2 title;

    /** {@code group} names a title in the bundle. */
    WatchRows(WatchWords words, String group) {
        this.words = words;
        title = new H2(words.say(group + ".title"));
        title.getElement().setAttribute("tabindex", "-1");
        addClassName("watch-part");
        list.addClassName("rows");
        foot.addClassName("older");
        add(title, list, foot);
    }

    final WatchWords words() {
        return words;
    }

    final void clear() {
        list.removeAll();
        foot.removeAll();
    }

    final boolean isEmpty() {
        return list.getChildren().findAny().isEmpty();
    }

    /** What stands below the list. */
    final void foot(@Nullable Component component) {
        foot.removeAll();
        if (component != null) {
            foot.add(component);
        }
    }

    final void note(String sentence) {
        foot(new Paragraph(sentence));
    }

    /** A line: what it is, why, small facts, and what can be done. */
    final void line(String name, @Nullable Component why, Component[] facts, Component... acts) {
        Div title = new Div(name);
        title.addClassName("row-title");
        ListItem row = new ListItem(title);
        row.addClassNames("row", "watch-row");
        if (why != null) {
            row.add(why);
        }
        Div meta = new Div(facts);
        meta.addClassNames("row-meta", "meta");
        row.add(meta);
        Div end = new Div(acts);
        end.addClassName("watch-acts");
        row.add(end);
        list.add(row);
    }

    /** A press that mends one thing; what somebody else was faster with is said, and the list read again in both cases. */
    final Button press(String key, String name, String done, Runnable act, Runnable again) {
        Button button = new Button(words.say(key));
        // Many lines have the same button.
        button.setAriaLabel(words.say(key) + ": " + name);
        button.addClickListener(_ -> {
            try {
                act.run();
                Notices.done(words.say(done));
            } catch (NotFound gone) {
                Notices.tell(words.text("shell.gone.toast"));
            }
            again.run();
            title.getElement().callJsFunction("focus");
        });
        return button;
    }

    static Span small(String text) {
        return new Span(text);
    }
}
