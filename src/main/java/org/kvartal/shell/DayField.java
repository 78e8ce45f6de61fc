package org.kvartal.shell;

import com.ibm.icu.text.DateFormatSymbols;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kvartal.kernel.Language;

/** A field for a day, with the calendar in the reader's language and weeks that begin on Monday. */
public class DayField extends DatePicker {

    private static final int DAYS_OF_A_WEEK = 7;

    private final String unreadable;

    public DayField(String label, Language language) {
        super(label);
        DateFormatSymbols names = DateFormatSymbols.getInstance(language.locale());
        DatePickerI18n words = new DatePickerI18n();
        words.setMonthNames(Arrays.asList(names.getMonths(DateFormatSymbols.STANDALONE, DateFormatSymbols.WIDE)));
        words.setWeekdays(days(names, DateFormatSymbols.WIDE));
        words.setWeekdaysShort(days(names, DateFormatSymbols.ABBREVIATED));
        words.setFirstDayOfWeek(DayOfWeek.MONDAY.getValue());
        words.setDateFormats(
                language == Language.EN ? "d MMM yyyy" : "dd.MM.yyyy", "d.M.yyyy", "d/M/yyyy", "yyyy-MM-dd");
        words.setToday(getTranslation("shell.day.today"));
        words.setCancel(getTranslation("shell.day.cancel"));
        unreadable = getTranslation("shell.day.unreadable");
        words.setBadInputErrorMessage(unreadable);
        setLocale(language.locale());
        setI18n(words);
        setClearButtonVisible(true);
    }

    /** What was typed and is no day stays refused as such, whatever else is looked at anew: it is not missing. */
    @Override
    public void setInvalid(boolean invalid) {
        // Asked by the field that this one is made of, before it has its words.
        boolean wrong = unreadable != null && isInputUnparsable();
        if (wrong) {
            setErrorMessage(unreadable);
        }
        super.setInvalid(invalid || wrong);
    }

    /** Sunday first, as the field counts. */
    private static List<String> days(DateFormatSymbols names, int width) {
        String[] fromOne = names.getWeekdays(DateFormatSymbols.STANDALONE, width);
        return IntStream.rangeClosed(1, DAYS_OF_A_WEEK)
                .mapToObj(day -> fromOne[day])
                .toList();
    }
}
