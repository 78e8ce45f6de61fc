package org.kvartal.alliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.ArrayList;
import java.util.List;
import org.kvartal.shell.ErrorText;
import org.kvartal.shell.Icon;

/** Several things of the same sort, each with its fields; one more can be added, each can be taken out. */
class ListPart<T> extends Div implements FormPart {

    private final DeskWords words;
    private final String at;
    private final String key;
    private final SerializableSupplier<ListedFields<T>> one;
    private final List<ListedFields<T>> fields = new ArrayList<>();
    private final Div list = new Div();
    private final ErrorText problem = new ErrorText();
    private final Button more;
    private final Runnable changed;

    /**
     * @param at the name of the field that holds them
     * @param key of the texts: one's title with its number at {@code -one}, the button at {@code -add}
     * @param changed called after one was taken out
     */
    ListPart(DeskWords words, String at, String key, SerializableSupplier<ListedFields<T>> one, Runnable changed) {
        this.words = words;
        this.at = at;
        this.key = key;
        this.one = one;
        this.changed = changed;
        addClassName("stack");
        list.addClassName("list-part");
        more = new Button(words.text(key + "-add"), Icon.PLUS.create(), _ -> {
            ListedFields<T> added = open();
            label();
            added.focus();
        });
        add(list, problem, more);
    }

    void show(List<T> values) {
        fields.clear();
        list.removeAll();
        problem.clear();
        values.forEach(value -> open().show(value));
        label();
    }

    List<T> values(Reading reading) {
        List<T> values = new ArrayList<>();
        for (ListedFields<T> field : fields) {
            values.add(field.value(reading.within(at + "." + values.size())));
        }
        return values;
    }

    @Override
    public boolean refuse(String field, String why) {
        if (field.equals(at)) {
            problem.say(why);
            return true;
        }
        if (!field.startsWith(at + ".")) {
            return false;
        }
        String[] parts = field.substring(at.length() + 1).split("\\.", 2);
        int number = parts[0].matches("\\d{1,3}") ? Integer.parseInt(parts[0]) : fields.size();
        return number < fields.size() && fields.get(number).refuse(parts.length > 1 ? parts[1] : "", why);
    }

    private ListedFields<T> open() {
        ListedFields<T> added = one.get();
        H3 title = new H3();
        Button remove = new Button(Icon.TRASH.create());
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        Div head = new Div(title, remove);
        head.addClassName("listed-head");
        Div box = new Div(head, added.component());
        box.addClassName("listed-box");
        remove.addClickListener(_ -> {
            fields.remove(added);
            list.remove(box);
            label();
            more.focus();
            changed.run();
        });
        fields.add(added);
        list.add(box);
        return added;
    }

    private void label() {
        int number = 0;
        for (var box : list.getChildren().toList()) {
            number++;
            String name = words.text(key + "-one", number);
            Div head = (Div) box.getChildren().findFirst().orElseThrow();
            head.getChildren().forEach(child -> {
                if (child instanceof H3 title) {
                    title.setText(name);
                } else if (child instanceof Button remove) {
                    remove.setAriaLabel(words.text("alliance.form.take-out", name));
                }
            });
        }
    }
}
