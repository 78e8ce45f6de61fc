package org.kvartal.seminars.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.EventCities.City;
import org.kvartal.kernel.Language;
import org.kvartal.membership.Sectors.Sector;
import org.kvartal.seminars.CertificateRule;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.SeminarContent;
import org.kvartal.seminars.Seminars.ProgrammeCard;
import org.kvartal.shell.AmountField;
import org.kvartal.shell.DayField;
import org.kvartal.shell.LocalizedField;

/** What a seminar is about and how one gets a seat: the title, the place and the seats first, the rest folded away. */
final class ContentForm {

    private static final int MOST_MONTHS = 50 * 12;

    private final Ask ask;
    private final Words words;
    private final FormTools tools;
    private final SeminarContent now;
    private final LocalizedField title;
    private final TextField place;
    private final IntegerField capacity;
    private @Nullable AboutFields about;
    private @Nullable PlaceFields places;
    private @Nullable SeatFields seats;
    private @Nullable RuleFields rule;

    private record AboutFields(
            LocalizedField about,
            Select<ProgrammeCard> programme,
            CheckboxGroup<Language> languages,
            MultiSelectComboBox<Sector> topics,
            AmountField hours) {}

    private record PlaceFields(ComboBox<City> city, TextField link) {}

    private record SeatFields(
            Select<RegistrationMode> mode,
            IntegerField perAssociation,
            IntegerField offerHours,
            MomentField opens,
            MomentField closes,
            MomentField withdrawUntil,
            IntegerField minimum,
            DayField goNoGoOn) {}

    private record RuleFields(IntegerField share, Checkbox feedback, IntegerField validMonths) {}

    /**
     * @param now what stands there, or what one begins with
     * @param between fields that stand between the title and the place
     */
    ContentForm(Ask ask, SeminarContent now, boolean fresh, FormTools tools, Runnable between) {
        this.ask = ask;
        this.words = ask.words;
        this.tools = tools;
        this.now = now;
        title = ask.text("title", 1, true, fresh ? null : now.title());
        between.run();
        IntegerField[] seat = new IntegerField[1];
        TextField[] where = new TextField[1];
        ask.beside(() -> {
            where[0] = ask.line("place", now.place(), false);
            seat[0] = ask.number("capacity", now.capacity(), 1, SeminarDesk.MOST_SEATS);
        });
        place = Objects.requireNonNull(where[0]);
        capacity = Objects.requireNonNull(seat[0]);
    }

    /** All that may be said beside the frame, folded away. */
    ContentForm rest() {
        ask.folded(words.text("seminars.app.fold-about"), () -> about = about());
        ask.folded(words.text("seminars.app.fold-place"), () -> places = places());
        ask.folded(words.text("seminars.app.fold-seats"), () -> seats = seats());
        ask.folded(words.text("seminars.app.fold-rule"), () -> rule = rule());
        return this;
    }

    private AboutFields about() {
        LocalizedField text = ask.text("about", 4, false, now.about());
        List<ProgrammeCard> all = tools.seminars().programmes(words.language());
        Select<ProgrammeCard> programme = ask.option(
                "programme",
                ask.label("programme"),
                words.text("seminars.app.no-programme"),
                all,
                card -> words.name(card.name()),
                all.stream()
                        .filter(card -> card.id().equals(now.programme()))
                        .findFirst()
                        .orElse(null));
        programme.setVisible(!all.isEmpty());
        CheckboxGroup<Language> languages = ask.asking("languages", new CheckboxGroup<>(ask.label("languages")));
        languages.setItems(Language.values());
        languages.setItemLabelGenerator(Language::ownName);
        languages.setValue(now.languages());
        MultiSelectComboBox<Sector> topics = ask.asking("topics", new MultiSelectComboBox<>(ask.label("topics")));
        List<Sector> sectors = tools.sectors().all();
        topics.setItems(sectors);
        topics.setItemLabelGenerator(sector -> words.name(sector.name()));
        topics.setValue(sectors.stream()
                .filter(sector -> now.topics().contains(sector.code()))
                .collect(Collectors.toSet()));
        AmountField hours = ask.asking(
                "hours", new AmountField(ask.label("hours"), words.language(), words.text("shell.amount.unreadable")));
        hours.setHelperText(words.text("seminars.hint.hours"));
        if (now.hours().signum() > 0) {
            hours.show(now.hours());
        }
        return new AboutFields(text, programme, languages, topics, hours);
    }

    private PlaceFields places() {
        ComboBox<City> city = ask.asking("city", new ComboBox<>(ask.label("city")));
        List<City> all = tools.cities().all(words.language());
        city.setItems(all);
        city.setItemLabelGenerator(one -> words.name(one.name()));
        city.setClearButtonVisible(true);
        city.setHelperText(words.text("seminars.hint.city"));
        all.stream().filter(one -> one.code().equals(now.city())).findFirst().ifPresent(city::setValue);
        TextField link = ask.line("link", now.link(), false);
        link.setHelperText(words.text("seminars.hint.link"));
        return new PlaceFields(city, link);
    }

    private SeatFields seats() {
        Select<RegistrationMode> mode = ask.choice(
                "mode",
                ask.label("mode"),
                List.of(RegistrationMode.values()),
                one -> words.of("mode", one),
                now.mode());
        List<IntegerField> numbers = new ArrayList<>();
        ask.beside(() -> {
            numbers.add(ask.amount("perAssociation", now.perAssociation(), 1, SeminarDesk.MOST_SEATS));
            numbers.add(ask.number("offerHours", now.offerHours(), 1, SeminarDesk.MOST_OFFER_HOURS));
        });
        numbers.getFirst().setHelperText(words.text("seminars.hint.per-association"));
        numbers.get(1).setHelperText(words.text("seminars.hint.offer-hours"));
        MomentField opens = ask.moment("opens", now.opens());
        opens.setHelperText(words.text("seminars.hint.opens"));
        MomentField closes = ask.moment("closes", now.closes());
        MomentField withdrawUntil = ask.moment("withdrawUntil", now.withdrawUntil());
        withdrawUntil.setHelperText(words.text("seminars.hint.withdraw-until"));
        List<DayField> days = new ArrayList<>();
        ask.beside(() -> {
            numbers.add(ask.amount("minimum", now.minimum(), 1, SeminarDesk.MOST_SEATS));
            days.add(ask.day("goNoGoOn", now.goNoGoOn(), false));
        });
        numbers.get(2).setHelperText(words.text("seminars.hint.minimum"));
        return new SeatFields(
                mode,
                numbers.getFirst(),
                numbers.get(1),
                opens,
                closes,
                withdrawUntil,
                numbers.get(2),
                days.getFirst());
    }

    private RuleFields rule() {
        IntegerField share = ask.number("rule", now.rule().share(), 1, 100);
        Checkbox feedback = new Checkbox(ask.label("feedback"), now.rule().feedback());
        ask.with(feedback);
        IntegerField months = ask.amount("validMonths", now.rule().validMonths(), 1, MOST_MONTHS);
        months.setHelperText(words.text("seminars.hint.valid-months"));
        return new RuleFields(share, feedback, months);
    }

    LocalizedField title() {
        return title;
    }

    String place() {
        return place.getValue();
    }

    int capacity() {
        return capacity.getValue();
    }

    /** By which clock it is held. */
    ZoneId zone() {
        City city = city().orElse(null);
        return city == null ? now.zone() : city.zone();
    }

    private Optional<City> city() {
        return places == null ? Optional.empty() : places.city().getOptionalValue();
    }

    /** @param days from which academic hours are counted where nothing is said */
    SeminarContent content(List<Day> days) {
        AboutFields what = Objects.requireNonNull(about);
        PlaceFields where = Objects.requireNonNull(places);
        SeatFields seat = Objects.requireNonNull(seats);
        RuleFields certified = Objects.requireNonNull(rule);
        ProgrammeCard programme = what.programme().getValue();
        BigDecimal hours = what.hours().amount();
        Set<Language> languages = what.languages().getValue();
        return new SeminarContent(
                title.text(),
                what.about().textOrNull(),
                programme == null ? null : programme.id(),
                languages,
                what.topics().getValue().stream().map(Sector::code).collect(Collectors.toSet()),
                hours == null ? SeminarDesk.hours(days) : hours,
                seat.mode().getValue(),
                capacity(),
                seat.minimum().getValue(),
                seat.goNoGoOn().getValue(),
                seat.perAssociation().getValue(),
                seat.offerHours().getValue(),
                seat.opens().getValue(),
                seat.closes().getValue(),
                seat.withdrawUntil().getValue(),
                zone(),
                place(),
                city().map(City::code).orElse(null),
                where.link().getValue(),
                new CertificateRule(
                        certified.share().getValue(),
                        certified.feedback().getValue(),
                        certified.validMonths().getValue()));
    }
}
