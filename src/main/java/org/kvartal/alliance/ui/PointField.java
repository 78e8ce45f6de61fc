package org.kvartal.alliance.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableSupplier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent.Coordinates;
import org.kvartal.kernel.Refused;

/** A point on the map: typed as latitude and longitude, or picked. */
class PointField extends Div implements FormPart {

    private static final Pattern FORM =
            Pattern.compile("\\s*(-?\\d{1,3}(?:[.,]\\d{1,12})?)\\s*[,;\\s]\\s*(-?\\d{1,3}(?:[.,]\\d{1,12})?)\\s*");

    /** About a metre. */
    private static final int DECIMALS = 5;

    private final DeskWords words;
    private final String at;
    private final SerializableSupplier<@Nullable Coordinates> around;
    private final Runnable changed;
    private final LastReadable<@Nullable Coordinates> last = new LastReadable<>(null);
    private final TextField typed;
    private final Button pick;
    private @Nullable PointMap map;

    /**
     * @param at the name of the field
     * @param around where the map looks while no point is chosen
     * @param changed called after a point was picked
     */
    PointField(DeskWords words, String at, SerializableSupplier<@Nullable Coordinates> around, Runnable changed) {
        this.words = words;
        this.at = at;
        this.around = around;
        this.changed = changed;
        addClassNames("point", "stack");
        typed = FormPart.line(words.text("alliance.form.point"));
        typed.setHelperText(words.text("alliance.form.point-hint"));
        typed.setPlaceholder("42.6977, 23.3219");
        typed.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                showOnMap();
            }
        });
        pick = new Button(words.text("alliance.form.point-pick"), _ -> turnMap());
        pick.addThemeVariants(ButtonVariant.TERTIARY);
        pick.getElement().setAttribute("aria-expanded", "false");
        add(typed, pick);
    }

    void show(@Nullable Coordinates point) {
        last.show(point);
        typed.setValue(point == null ? "" : write(point));
    }

    @Nullable Coordinates point(Reading reading) {
        return last.read(reading, this::point);
    }

    private @Nullable Coordinates point() {
        if (typed.getValue().isBlank()) {
            return null;
        }
        Matcher matcher = FORM.matcher(typed.getValue());
        if (!matcher.matches()) {
            throw Refused.at(at, "alliance.refused.point-form");
        }
        return new Coordinates(degrees(matcher.group(1)), degrees(matcher.group(2)));
    }

    @Override
    public boolean refuse(String field, String why) {
        return field.equals(at) && FormPart.refuseAt(typed, why);
    }

    private static double degrees(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }

    private void turnMap() {
        if (map != null) {
            remove(map);
            map = null;
        } else {
            map = new PointMap(words, point -> {
                typed.setValue(write(point));
                changed.run();
            });
            add(map);
            showOnMap();
        }
        pick.setText(words.text(map == null ? "alliance.form.point-pick" : "alliance.form.point-done"));
        pick.getElement().setAttribute("aria-expanded", String.valueOf(map != null));
    }

    private void showOnMap() {
        if (map != null) {
            try {
                map.show(point(), around.get());
            } catch (Refused unreadable) {
                map.show(null, around.get());
            }
        }
    }

    private static String write(Coordinates point) {
        return number(point.latitude()) + ", " + number(point.longitude());
    }

    private static String number(double degrees) {
        return Double.isFinite(degrees)
                ? BigDecimal.valueOf(degrees)
                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                : "";
    }
}
