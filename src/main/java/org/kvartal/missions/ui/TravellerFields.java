package org.kvartal.missions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.missions.Rosters;
import org.kvartal.missions.Rosters.Emergency;
import org.kvartal.missions.Rosters.TravellerContent;
import org.kvartal.missions.TravellerId;
import org.kvartal.missions.TravellerPart;
import org.kvartal.shell.AskSheet.Asked;
import org.kvartal.shell.DayField;

/** Who travels with a delegation. Whom to call is never shown here: what stays empty stays as it was said before. */
class TravellerFields extends Div implements Asked {

    private final Words words;
    private final Div list = new Div();
    private final List<One> travellers = new ArrayList<>();
    private final Button more;

    TravellerFields(Words words, List<TravellerContent> known) {
        this.words = words;
        addClassName("stack");
        list.addClassName("stack");
        more = new Button(words.text("missions.trip.another-traveller"), _ -> {
            traveller(null).name.focus();
            offer();
        });
        more.addThemeVariants(ButtonVariant.TERTIARY);
        known.forEach(this::traveller);
        if (known.isEmpty()) {
            traveller(null);
        }
        add(list, more);
        offer();
    }

    private final class One extends FieldSet {

        private final TravellerId id;
        private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();
        private final TextField name;
        private final Select<TravellerPart> part = new Select<>();
        private final TextField role;
        private final TextField email;
        private final TextField phone;
        private final TextField languages;
        private final TextField needs;
        private final DayField document;
        private final TextField emergencyName;
        private final TextField emergencyPhone;

        One(@Nullable TravellerContent known) {
            super(words.text("missions.trip.field.traveller"));
            addClassName("group-fields");
            id = known == null ? TravellerId.next() : known.id();
            name = line("name", "missions.trip.field.name", known == null ? "" : known.name());
            part.setLabel(words.text("missions.trip.field.part"));
            part.setItems(TravellerPart.values());
            part.setItemLabelGenerator(one -> words.of("part", one));
            part.setValue(known == null ? TravellerPart.DELEGATE : known.part());
            role = line("role", "missions.trip.field.role", known == null ? "" : known.role());
            email = line("email", "missions.trip.field.traveller-email", known == null ? "" : known.email());
            phone = line("phone", "missions.trip.field.phone", known == null ? "" : known.phone());
            languages = line("languages", "missions.trip.field.languages", known == null ? "" : known.languages());
            needs = line("needs", "missions.trip.field.needs", known == null ? "" : known.needs());
            document = keep("document", new DayField(words.text("missions.trip.field.document"), words.language()));
            if (known != null && known.document() != null) {
                document.setValue(known.document());
            }
            emergencyName = line("emergencyName", "missions.trip.field.emergency-name", "");
            emergencyPhone = line("emergencyPhone", "missions.trip.field.emergency-phone", "");
            emergencyPhone.setHelperText(words.text("missions.trip.field.emergency-hint"));
            Button drop = new Button(words.text("missions.trip.drop-traveller"), _ -> {
                travellers.remove(this);
                removeFromParent();
                offer();
            });
            drop.addThemeVariants(ButtonVariant.TERTIARY);
            add(
                    pair(name, part),
                    pair(role, languages),
                    pair(email, phone),
                    pair(needs, document),
                    pair(emergencyName, emergencyPhone),
                    drop);
        }

        private TextField line(String field, String label, String value) {
            TextField line = keep(field, new TextField(words.text(label)));
            line.setValue(value);
            return line;
        }

        private <C extends Component & HasValidationProperties & HasValue<?, ?>> C keep(String field, C made) {
            fields.put(field, made);
            made.addValueChangeListener(_ -> made.setInvalid(false));
            return made;
        }

        private boolean empty() {
            return name.isEmpty() && role.isEmpty() && email.isEmpty() && phone.isEmpty();
        }

        private TravellerContent content() {
            boolean said = !emergencyName.isEmpty() || !emergencyPhone.isEmpty();
            return new TravellerContent(
                    id,
                    name.getValue(),
                    part.getValue(),
                    role.getValue(),
                    email.getValue(),
                    phone.getValue(),
                    languages.getValue(),
                    needs.getValue(),
                    document.getValue(),
                    said ? new Emergency(emergencyName.getValue(), emergencyPhone.getValue()) : null);
        }
    }

    private static Div pair(Component one, Component other) {
        Div pair = new Div(one, other);
        pair.addClassName("pair");
        return pair;
    }

    private One traveller(@Nullable TravellerContent known) {
        One one = new One(known);
        travellers.add(one);
        list.add(one);
        return one;
    }

    private void offer() {
        more.setVisible(travellers.size() < Rosters.MOST_TRAVELLERS);
    }

    private List<One> said() {
        return travellers.stream().filter(one -> !one.empty()).toList();
    }

    List<TravellerContent> travellers() {
        return said().stream().map(One::content).toList();
    }

    @Override
    public boolean incomplete() {
        return said().stream().anyMatch(one -> one.document.isInvalid());
    }

    @Override
    public boolean refuse(String field, String why) {
        String[] parts = field.split("\\.", 3);
        List<One> said = said();
        if (parts.length < 3 || !parts[0].equals("travellers") || Integer.parseInt(parts[1]) >= said.size()) {
            return false;
        }
        HasValidationProperties wrong =
                said.get(Integer.parseInt(parts[1])).fields.get(parts[2]);
        if (wrong == null) {
            return false;
        }
        wrong.setErrorMessage(why);
        wrong.setInvalid(true);
        return true;
    }
}
