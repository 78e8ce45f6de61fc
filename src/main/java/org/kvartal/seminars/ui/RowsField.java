package org.kvartal.seminars.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.kvartal.shell.AskSheet.Asked;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Icon;

/** Lines of a form of which there may be several: each can be taken out, and more are added at the end. */
class RowsField<R extends RowsField.Row> extends Div {

    private final Words words;
    private final Supplier<R> blank;
    private final Div list = new Div();
    private final ErrorText error = new ErrorText();
    private final List<R> rows = new ArrayList<>();

    /** One of them. */
    abstract static class Row extends Div {

        /** Whether something is missing; then it says so. */
        abstract boolean incomplete();

        abstract void focus();
    }

    /** @param blank makes a new one, where somebody adds it */
    RowsField(Words words, String title, String add, Supplier<R> blank) {
        this.words = words;
        this.blank = blank;
        addClassName("rows-field");
        list.addClassName("rows-field-list");
        Button more =
                new Button(add, Icon.PLUS.create(), _ -> row(this.blank.get()).focus());
        more.addClassName("rows-field-more");
        if (!title.isEmpty()) {
            add(new H3(title));
        }
        add(list, error, more);
    }

    R row(R row) {
        row.addClassName("rows-field-row");
        Div whole = new Div();
        Button away = new Button(words.text("seminars.app.take-out"), _ -> {
            rows.remove(row);
            whole.removeFromParent();
        });
        away.addThemeVariants(ButtonVariant.TERTIARY);
        whole.addClassName("rows-field-whole");
        whole.add(row, away);
        rows.add(row);
        list.add(whole);
        return row;
    }

    List<R> rows() {
        return List.copyOf(rows);
    }

    /** Whether something is missing; then it says so. */
    boolean incomplete() {
        return rows.stream().filter(Row::incomplete).count() > 0;
    }

    /** Speaks for them in a form, where they are refused under one name. */
    Asked called(String name) {
        return new Asked() {

            @Override
            public boolean incomplete() {
                return RowsField.this.incomplete();
            }

            @Override
            public boolean refuse(String field, String why) {
                boolean about = field.split("\\.", 2)[0].equals(name);
                if (about) {
                    error.say(why);
                }
                return about;
            }

            @Override
            public void clear() {
                error.clear();
            }
        };
    }
}
