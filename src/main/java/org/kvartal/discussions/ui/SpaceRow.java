package org.kvartal.discussions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.function.IntConsumer;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.Threads.SpaceCard;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.shell.Icon;

/** A space in the list of those who manage them: what it is, and what can be done with it. */
class SpaceRow extends ListItem {

    private final Button up;
    private final Button down;

    /**
     * @param threads how many stand in it
     * @param place where the space stands, from 1
     * @param places how many spaces there are
     * @param move takes the place that is wanted
     */
    SpaceRow(
            SpaceCard space,
            long threads,
            int place,
            int places,
            Language language,
            IntConsumer move,
            Runnable change) {
        addClassName("row");
        String name = space.name().in(language);
        H2 title = new H2(name);
        title.addClassName("row-title");
        title.getElement().setAttribute("lang", space.name().shownIn(language).code());
        add(title);
        LocalizedText description = space.description();
        if (description != null) {
            Paragraph words = new Paragraph(description.in(language));
            words.addClassName("row-text");
            words.getElement()
                    .setAttribute("lang", description.shownIn(language).code());
            add(words);
        }
        Div meta = new Div(
                audience(space),
                new Span(space.address()),
                new Span(getTranslation("discussions.app.spaces.threads", threads)));
        meta.addClassNames("row-meta", "meta");
        up = act(Icon.UP, "discussions.app.spaces.up", name);
        up.setEnabled(place > 1);
        up.addClickListener(_ -> move.accept(place - 1));
        down = act(Icon.DOWN, "discussions.app.spaces.down", name);
        down.setEnabled(place < places);
        down.addClickListener(_ -> move.accept(place + 1));
        Button edit = act(Icon.EDIT, "discussions.app.spaces.edit-of", name);
        edit.addClickListener(_ -> change.run());
        Div acts = new Div(up, down, edit);
        acts.addClassName("row-end");
        add(meta, acts);
    }

    /** The key that moved a space can be pressed again: the focus goes with it. */
    void focusMoving() {
        (up.isEnabled() ? up : down).focus();
    }

    private Component audience(SpaceCard space) {
        boolean members = space.visibility() == Visibility.MEMBERS;
        Span words = new Span(
                (members ? Icon.LOCK : Icon.GLOBE).small(),
                new Span(getTranslation(members ? "discussions.app.spaces.members" : "discussions.app.spaces.public")));
        words.addClassName("thread-row-space");
        return words;
    }

    private Button act(Icon icon, String key, String name) {
        Button button = new Button(icon.create());
        button.setAriaLabel(getTranslation(key, name));
        button.setTooltipText(getTranslation(key, name));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }
}
