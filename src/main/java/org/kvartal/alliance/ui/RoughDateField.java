package org.kvartal.alliance.ui;

import com.vaadin.flow.component.textfield.TextField;
import java.time.DateTimeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.RoughDate;
import org.kvartal.kernel.Refused;

/** A date as exactly as somebody knows it: a year, a month or a day, in the order that they are used to. */
class RoughDateField extends TextField {

    /** 8.7.2023, 07.2023, 07/2023. */
    private static final Pattern DAY_FIRST = Pattern.compile("(?:(\\d{1,2})[./])?(?:(\\d{1,2})[./])(\\d{4})");

    private final String at;

    /** @param at the name of the field */
    RoughDateField(String label, String at) {
        super(label);
        this.at = at;
        addValueChangeListener(_ -> setInvalid(false));
    }

    /** @throws Refused if it can't be read */
    @Nullable RoughDate date() {
        String typed = getValue().strip();
        if (typed.isEmpty()) {
            return null;
        }
        try {
            Matcher matcher = DAY_FIRST.matcher(typed);
            if (!matcher.matches()) {
                return RoughDate.of(typed);
            }
            Integer day = matcher.group(1) == null ? null : Integer.valueOf(matcher.group(1));
            return new RoughDate(Integer.parseInt(matcher.group(3)), Integer.valueOf(matcher.group(2)), day);
        } catch (DateTimeException noDate) {
            throw Refused.at(at, "alliance.refused.date-form");
        }
    }
}
