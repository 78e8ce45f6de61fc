package org.kvartal.seminars.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.shell.MoreMenu;
import org.kvartal.shell.PageHeading;

/** What can be done on a page now: the next step first, then what else is usual, the rest in a menu. Each opens its form below the heading. */
final class Acts {

    private final Words words;
    private final Div place;
    private final Runnable again;
    private final List<Component> shown = new ArrayList<>();
    private final List<MoreMenu.Line> seldom = new ArrayList<>();
    private @Nullable Section near;

    /**
     * @param place where forms open
     * @param again shows the page anew once something was done
     */
    Acts(Words words, Div place, Runnable again) {
        this.words = words;
        this.place = place;
        this.again = again;
    }

    /** Their forms open at the end of that part of the page, not below its heading: one goes on where one has pressed. */
    Acts near(Section part) {
        near = part;
        return this;
    }

    private void open(Supplier<Ask> form) {
        if (near != null) {
            // It holds no form while it moves: what is typed into one belongs to where it stands.
            place.removeAll();
            near.add(place);
        }
        form.get().open(place, again);
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
        seldom.add(new MoreMenu.Line(label(what), () -> open(form)));
        return this;
    }

    /** Puts them beside a title. */
    PageHeading beside(PageHeading heading) {
        List<Component> all = all(words.text("seminars.app.more"));
        return all.isEmpty() ? heading : heading.acts(all.toArray(Component[]::new));
    }

    /**
     * A row of what belongs to one line or part of a page.
     *
     * @param of what its menu is about, for screen readers
     */
    Div row(String of) {
        Div row = new Div(all(words.text("seminars.app.more-of", of)).toArray(Component[]::new));
        row.addClassName("page-acts");
        return row;
    }

    boolean isEmpty() {
        return shown.isEmpty() && seldom.isEmpty();
    }

    private List<Component> all(String more) {
        List<Component> all = new ArrayList<>(shown);
        if (!seldom.isEmpty()) {
            all.add(MoreMenu.of(more, seldom));
        }
        return all;
    }

    private Button button(String what, Supplier<Ask> form) {
        return new Button(label(what), _ -> open(form));
    }

    private String label(String what) {
        return words.text("seminars.app." + what);
    }
}
