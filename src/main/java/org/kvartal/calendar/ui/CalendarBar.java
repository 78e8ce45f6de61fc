package org.kvartal.calendar.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import org.kvartal.calendar.wording.CalendarWish;
import org.kvartal.calendar.wording.CalendarWish.Shape;
import org.kvartal.shell.Icon;
import org.kvartal.shell.Shortcut;

/** Which shape, which stretch, earlier and later; each is a link, and a key. */
class CalendarBar extends Div {

    CalendarBar(CalendarWish wish, Desk desk) {
        addClassName("calendar-bar");
        Nav shapes = new Nav();
        shapes.addClassName("calendar-shapes");
        shapes.setAriaLabel(desk.text("calendar.views"));
        for (Shape shape : Shape.values()) {
            Anchor link =
                    new Anchor(CalendarView.path(wish.as(shape)), desk.words().shape(shape));
            if (shape == wish.shape()) {
                link.getElement().setAttribute("aria-current", "true");
            }
            shapes.add(new Shortcut(key(shape), desk.words().shape(shape)).on(link));
        }
        H2 stretch = new H2(desk.words().stretch(wish));
        stretch.addClassName("calendar-stretch");
        Anchor today = new Anchor(CalendarView.path(wish.on(wish.today())), desk.text("calendar.today"));
        today.addClassName("button");
        if (wish.isNow()) {
            today.getElement().setAttribute("aria-current", "true");
        }
        Nav steps = new Nav(
                step(wish.previous(), Icon.LEFT, "calendar.earlier", "p", desk),
                new Shortcut("y", desk.text("calendar.today")).on(today),
                step(wish.next(), Icon.RIGHT, "calendar.later", "n", desk));
        steps.addClassName("calendar-steps");
        steps.setAriaLabel(desk.text("calendar.steps"));
        add(shapes, stretch, steps);
    }

    private static Anchor step(CalendarWish to, Icon icon, String key, String letter, Desk desk) {
        Span words = new Span(desk.text(key));
        words.addClassName("visually-hidden");
        Anchor step = new Anchor(CalendarView.path(to));
        step.add(icon.create(), words);
        step.addClassName("button");
        step.setTitle(desk.text(key));
        return new Shortcut(letter, desk.text(key)).on(step);
    }

    private static String key(Shape shape) {
        return switch (shape) {
            case AGENDA -> "a";
            case WEEK -> "w";
            case MONTH -> "m";
        };
    }
}
