package org.kvartal.alliance.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.EntryProfile;
import org.kvartal.alliance.EntryProfile.Business;
import org.kvartal.alliance.EntryProfile.Collective;
import org.kvartal.alliance.EntryProfile.Funder;
import org.kvartal.alliance.EntryProfile.Office;
import org.kvartal.alliance.EntryProfile.Premises;
import org.kvartal.alliance.EntryProfile.Publication;
import org.kvartal.alliance.EntryProfile.Studies;
import org.kvartal.alliance.EntryProfile.Territory;
import org.kvartal.kernel.Refused;

/** The few facts that only entries of some kinds have. */
class ProfilePart extends Div implements FormPart {

    private final DeskWords words;
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final Map<String, LastReadable<@Nullable Integer>> numbers = new HashMap<>();
    private final Map<String, String> typed = new HashMap<>();
    private EntryProfile blank = EntryKind.ASSOCIATION.blank();

    ProfilePart(DeskWords words) {
        this.words = words;
        addClassName("facts-part");
    }

    void show(EntryProfile profile) {
        typed.clear();
        ask(profile);
    }

    /** Asks for the facts of another kind. What was typed is still there for those that it has too, and for all when its own kind comes back. */
    void turnTo(EntryProfile other) {
        fields.forEach((name, field) -> typed.put(name, field.getValue()));
        ask(other);
        fields.forEach((name, field) -> field.setValue(typed.getOrDefault(name, "")));
    }

    private void ask(EntryProfile profile) {
        fields.clear();
        numbers.clear();
        removeAll();
        blank = profile;
        switch (profile) {
            case Collective(Integer founded, Integer members) -> {
                field("founded", founded);
                field("members", members);
            }
            case Premises(Integer founded, Integer capacity, Integer floorArea) -> {
                field("founded", founded);
                field("capacity", capacity);
                field("floorArea", floorArea);
            }
            case Territory(Integer population) -> field("population", population);
            case Studies(Integer founded, Integer students) -> {
                field("founded", founded);
                field("students", students);
            }
            case Business(Integer founded, Integer staff) -> {
                field("founded", founded);
                field("staff", staff);
            }
            case Funder(Integer founded, String calls) -> {
                field("founded", founded);
                field("calls", calls);
            }
            case Office(Integer founded) -> field("founded", founded);
            case Publication(Integer founded, String issn) -> {
                field("founded", founded);
                field("issn", issn);
            }
        }
    }

    EntryProfile profile(Reading reading) {
        return switch (blank) {
            case Collective _ -> new Collective(number(reading, "founded"), number(reading, "members"));
            case Premises _ ->
                new Premises(number(reading, "founded"), number(reading, "capacity"), number(reading, "floorArea"));
            case Territory _ -> new Territory(number(reading, "population"));
            case Studies _ -> new Studies(number(reading, "founded"), number(reading, "students"));
            case Business _ -> new Business(number(reading, "founded"), number(reading, "staff"));
            case Funder _ -> new Funder(number(reading, "founded"), text("calls"));
            case Office _ -> new Office(number(reading, "founded"));
            case Publication _ -> new Publication(number(reading, "founded"), text("issn"));
        };
    }

    @Override
    public boolean refuse(String field, String why) {
        TextField wrong = field.startsWith("profile.") ? fields.get(field.substring("profile.".length())) : null;
        return wrong != null && FormPart.refuseAt(wrong, why);
    }

    private void field(String name, @Nullable Object value) {
        TextField field = FormPart.line(words.text(
                "alliance.profile." + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT)));
        field.setValue(value == null ? "" : value.toString());
        fields.put(name, field);
        numbers.put(name, new LastReadable<>(value instanceof Integer number ? number : null));
        add(field);
    }

    private @Nullable String text(String name) {
        TextField field = fields.get(name);
        return field == null ? null : FormPart.typed(field);
    }

    private @Nullable Integer number(Reading reading, String name) {
        LastReadable<@Nullable Integer> last = numbers.get(name);
        return last == null ? null : last.read(reading, () -> number(name));
    }

    private @Nullable Integer number(String name) {
        String typed = text(name);
        if (typed == null) {
            return null;
        }
        String digits = typed.replaceAll("[\\s\\u00A0\\u202F]", "");
        if (!digits.matches("\\d{1,9}")) {
            throw Refused.at(
                    "profile." + name, name.equals("founded") ? "alliance.refused.year" : "alliance.refused.number");
        }
        return Integer.valueOf(digits);
    }
}
