package org.kvartal.missions.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.missions.MissionDesk;
import org.kvartal.missions.MissionDesk.Goal;
import org.kvartal.shell.AskSheet.Asked;
import org.kvartal.shell.LocalizedField;

/** What a mission is for, each goal with how many are wished. A goal without words is none. */
class GoalFields extends Div implements Asked {

    private static final int MOST = 1_000_000;

    private final Words words;
    private final Div list = new Div();
    private final List<One> goals = new ArrayList<>();
    private final Button more;

    GoalFields(Words words, List<Goal> known) {
        this.words = words;
        addClassName("stack");
        list.addClassName("stack");
        more = new Button(words.text("missions.trip.another-goal"), _ -> {
            goal(null).text.focus();
            offer();
        });
        more.addThemeVariants(ButtonVariant.TERTIARY);
        known.forEach(this::goal);
        if (known.isEmpty()) {
            goal(null);
        }
        add(list, more);
        offer();
    }

    private final class One extends FieldSet {

        private final LocalizedField text;
        private final IntegerField target = new IntegerField(words.text("missions.trip.field.target"));

        One(@Nullable Goal goal) {
            super(words.text("missions.trip.field.goal"));
            addClassName("group-fields");
            LocalizedText known = goal == null ? null : goal.text();
            text = LocalizedField.block("text", words.text("missions.trip.field.goal-text"), 1, words.language())
                    .show(known);
            target.setMin(1);
            target.setMax(MOST);
            target.setStepButtonsVisible(true);
            target.setValue(goal == null ? 1 : goal.target());
            String wrong = words.text("missions.refused.number", 1, MOST);
            target.setI18n(new IntegerField.IntegerFieldI18n()
                    .setBadInputErrorMessage(wrong)
                    .setMinErrorMessage(wrong)
                    .setMaxErrorMessage(wrong));
            target.addValueChangeListener(_ -> target.setInvalid(false));
            add(text, target);
        }
    }

    private One goal(@Nullable Goal known) {
        One goal = new One(known);
        goals.add(goal);
        list.add(goal);
        return goal;
    }

    private void offer() {
        more.setVisible(goals.size() < MissionDesk.MOST_GOALS);
    }

    private List<One> said() {
        return goals.stream().filter(goal -> goal.text.textOrNull() != null).toList();
    }

    List<Goal> goals() {
        List<Goal> all = new ArrayList<>();
        for (One goal : said()) {
            LocalizedText text = goal.text.textOrNull();
            if (text != null) {
                all.add(new Goal(text, goal.target.getValue() == null ? 0 : goal.target.getValue()));
            }
        }
        return all;
    }

    @Override
    public boolean incomplete() {
        return said().stream().anyMatch(goal -> goal.target.isInvalid());
    }

    @Override
    public boolean refuse(String field, String why) {
        String[] parts = field.split("\\.", 3);
        if (parts.length < 3 || !parts[0].equals("goals")) {
            return false;
        }
        List<One> said = said();
        int place = Integer.parseInt(parts[1]);
        if (place >= said.size()) {
            return false;
        }
        One goal = said.get(place);
        if (parts[2].equals("target")) {
            goal.target.setErrorMessage(why);
            goal.target.setInvalid(true);
            return true;
        }
        return goal.text.refuse(parts[2], why);
    }
}
