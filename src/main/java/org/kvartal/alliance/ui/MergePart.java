package org.kvartal.alliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvartal.alliance.EntryDesk.Clash;

/** Two people have changed the same: both are shown, side by side, and whoever saves second says which stays. */
class MergePart extends Section {

    private enum Way {
        MINE,
        THEIRS
    }

    private final Map<String, RadioButtonGroup<Way>> choices = new LinkedHashMap<>();

    /**
     * @param who the other one's name
     * @param decided gets the fields in which theirs stays
     */
    MergePart(DeskWords words, String who, List<Clash> clashes, SerializableConsumer<Set<String>> decided) {
        addClassNames("card", "merge");
        H2 title = new H2(words.text("alliance.merge.title", who));
        title.addClassName("card-title");
        title.setId("merge-title");
        title.getElement().setAttribute("tabindex", "-1");
        getElement().setAttribute("aria-labelledby", "merge-title");
        add(title, new Paragraph(words.text("alliance.merge.text")));
        DifferenceWords differences = new DifferenceWords(words);
        for (Clash clash : clashes) {
            RadioButtonGroup<Way> choice = new RadioButtonGroup<>();
            choice.setLabel(differences.field(clash.field()));
            choice.setItems(Way.values());
            choice.setRenderer(new ComponentRenderer<>(way -> way == Way.MINE
                    ? side(words, words.text("alliance.merge.mine"), differences.value(clash.field(), clash.mine()))
                    : side(
                            words,
                            words.text("alliance.merge.theirs", who),
                            differences.value(clash.field(), clash.theirs()))));
            choice.setItemLabelGenerator(
                    way -> words.text(way == Way.MINE ? "alliance.merge.mine" : "alliance.merge.theirs", who));
            choice.setValue(Way.MINE);
            choices.put(clash.field(), choice);
            add(choice);
        }
        Button save = new Button(words.text("alliance.merge.save"), _ -> decided.accept(theirWay()));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        Div acts = new Div(save);
        acts.addClassName("form-acts");
        add(acts);
    }

    /** Leads the keyboard and the screen reader here. */
    void enter() {
        getChildren().findFirst().ifPresent(title -> title.getElement().callJsFunction("focus"));
    }

    private static Div side(DeskWords words, String label, String value) {
        Span name = new Span(label);
        name.addClassName("merge-whose");
        Span text = new Span(value.isEmpty() ? words.text("alliance.history.nothing") : value);
        text.addClassName("merge-text");
        return new Div(name, text);
    }

    private Set<String> theirWay() {
        return choices.entrySet().stream()
                .filter(choice -> choice.getValue().getValue() == Way.THEIRS)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
