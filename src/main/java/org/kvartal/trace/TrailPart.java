package org.kvartal.trace;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.shell.RelativeTime;

/** The trail of a thing on its page in the workspace: nothing where it leads nowhere. */
@StyleSheet("context://trace/trace.css")
public class TrailPart extends Section {

    private final Wording wording;
    private final Reader reader;

    /** @param steps as {@link Trace#walk} told them to the reader */
    public TrailPart(List<Step> steps, Wording wording, Reader reader) {
        this.wording = wording;
        this.reader = reader;
        addClassName("trail");
        setVisible(steps.size() > 1);
        if (isVisible()) {
            H2 title = new H2(getTranslation("trace.title"));
            title.setId("trail");
            title.addClassName("trail-title");
            getElement().setAttribute("aria-labelledby", "trail");
            OrderedList list = new OrderedList();
            list.addClassName("trail-steps");
            steps.forEach(step -> list.add(item(step)));
            add(title, list);
        }
    }

    private ListItem item(Step step) {
        TraceCard card = step.card();
        Span label = new Span(getTranslation(step.key()));
        label.addClassName("trail-label");
        Div meta = new Div(label, new RelativeTime(card.at(), wording, reader));
        meta.addClassName("meta");
        if (card.state() != null) {
            meta.add(new Span(card.state()));
        }
        Div what = new Div();
        what.addClassName("trail-what");
        if (card.code() != null) {
            Span code = new Span(card.code());
            code.addClassName("trail-code");
            what.add(code);
        }
        what.add(title(step));
        ListItem item = new ListItem(meta, what);
        item.addClassName("trail-step");
        if (step.here()) {
            item.addClassName("here");
            item.getElement().setAttribute("aria-current", "true");
        }
        return item;
    }

    private static Component title(Step step) {
        TraceCard card = step.card();
        Component title = step.here() || card.appPath() == null
                ? new Span(card.title())
                : new Anchor(card.appPath(), card.title());
        title.getElement().setAttribute("lang", card.language().code());
        return title;
    }
}
