package org.kvartal.missions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.kvartal.shell.MoreMenu;
import org.kvartal.shell.PageHeading;

/** What can be done on a page now: the next step first, then what else is usual, the rest in a menu. Each opens its form below the heading. */
final class Acts {

    private final Words words;
    private final Div place;
    private final Runnable again;
    private final List<Component> shown = new ArrayList<>();
    private final List<MoreMenu.Line> seldom = new ArrayList<>();

    /**
     * @param place where forms open
     * @param again shows the page anew once something was done
     */
    Acts(Words words, Div place, Runnable again) {
        this.words = words;
        this.place = place;
        this.again = again;
    }

    Words words() {
        return words;
    }

    /** What the page waits for. */
    Acts next(String what, Supplier<Ask> form) {
        Button button = button(what, form);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        shown.addFirst(button);
        return this;
    }

    /** What is usual here. */
    Acts also(String what, Supplier<Ask> form) {
        return also(button(what, form));
    }

    Acts also(Component act) {
        shown.add(act);
        return this;
    }

    /** What is done seldom, or ends something. */
    Acts seldom(String what, Supplier<Ask> form) {
        seldom.add(new MoreMenu.Line(label(what), () -> form.get().open(place, again)));
        return this;
    }

    /** Puts them beside a title. */
    PageHeading beside(PageHeading heading) {
        List<Component> all = new ArrayList<>(shown);
        if (!seldom.isEmpty()) {
            all.add(MoreMenu.of(words.text("missions.app.more"), seldom));
        }
        return all.isEmpty() ? heading : heading.acts(all.toArray(Component[]::new));
    }

    /** A row of what belongs to one part of a page; nothing in it is seldom. */
    Div row() {
        Div row = new Div(shown.toArray(Component[]::new));
        row.addClassName("page-acts");
        return row;
    }

    private Button button(String what, Supplier<Ask> form) {
        return new Button(label(what), _ -> form.get().open(place, again));
    }

    private String label(String what) {
        return words.text("missions.app." + what);
    }
}
