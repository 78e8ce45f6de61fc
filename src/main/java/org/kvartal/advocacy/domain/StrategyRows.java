package org.kvartal.advocacy.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.Aims;
import org.kvartal.advocacy.MeasureDesk;
import org.kvartal.advocacy.MeasureDesk.MeasureContent;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.advocacy.ReportSchedule;
import org.kvartal.alliance.Directory;
import org.kvartal.imports.ImportRow;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Members;
import org.springframework.stereotype.Component;

/** Reads the rows of a strategy by the rules that forms have. */
@Component
class StrategyRows {

    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT),
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT));

    private static final Map<String, ReportSchedule> SCHEDULES = Map.of(
            "",
            ReportSchedule.NONE,
            "none",
            ReportSchedule.NONE,
            "monthly",
            ReportSchedule.MONTHLY,
            "ежемесячно",
            ReportSchedule.MONTHLY,
            "ежемесечно",
            ReportSchedule.MONTHLY,
            "месечно",
            ReportSchedule.MONTHLY,
            "quarterly",
            ReportSchedule.QUARTERLY,
            "ежеквартально",
            ReportSchedule.QUARTERLY,
            "на тримесечие",
            ReportSchedule.QUARTERLY);

    private static final int MOST_ABOUT = 8_000;

    private final Members members;
    private final Directory directory;
    private final HouseClock clock;

    StrategyRows(Members members, Directory directory, HouseClock clock) {
        this.members = members;
        this.directory = directory;
        this.clock = clock;
    }

    /** The owners that the rows name, by what stands in the cell; in a constant number of queries. */
    Map<String, Owner> owners(Asker asker, List<ImportRow> rows) {
        Set<Long> numbers = new HashSet<>();
        Set<String> slugs = new HashSet<>();
        for (ImportRow row : rows) {
            String cell = owner(row);
            if (cell.matches("[0-9]{1,9}")) {
                numbers.add(Long.parseLong(cell));
            } else {
                slugs.add(cell);
            }
        }
        Map<String, Owner> owners = new HashMap<>();
        members.organisations(asker, numbers)
                .forEach((number, card) -> owners.put(number.toString(), new Owner.OfMember(card.id())));
        directory.at(slugs).forEach((slug, card) -> owners.put(slug, new Owner.OfEntry(card.id())));
        return owners;
    }

    private static String owner(ImportRow row) {
        String cell = PlainText.line(row.cell("owner"));
        // A whole address of the directory says it as well.
        return cell.substring(cell.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** @throws Refused at columns, all of them together */
    MeasureContent content(ImportRow row, Map<String, Owner> owners) {
        List<Refused> wrong = new ArrayList<>();
        Map<Language, String> titles = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            titles.put(language, row.cell("title-" + language.code()));
        }
        LocalizedText title = LocalizedText.typed(Language.EN, titles);
        if (title == null) {
            wrong.add(Refused.at("title-en", "kernel.refused.missing"));
        } else if (title.texts().values().stream().anyMatch(text -> text.length() > MeasureDesk.TITLE_LENGTH)) {
            wrong.add(Refused.at("title-en", "kernel.refused.too-long", MeasureDesk.TITLE_LENGTH));
        }
        Owner owner = owners.get(owner(row));
        if (owner == null) {
            wrong.add(Refused.at("owner", "advocacy.refused.owner"));
        }
        LocalDate starts = day(row, "starts", wrong);
        LocalDate due = day(row, "due", wrong);
        if (starts != null && due != null && due.isBefore(starts)) {
            wrong.add(Refused.at("due", "advocacy.refused.due-first"));
        }
        ReportSchedule schedule = SCHEDULES.get(row.cell("reports").toLowerCase(Locale.ROOT));
        if (schedule == null) {
            wrong.add(Refused.at("reports", "advocacy.refused.schedule"));
        }
        for (String line : List.of("strategy", "number", "implementer")) {
            if (row.cell(line).length() > Measure.LINE_LENGTH) {
                wrong.add(Refused.at(line, "kernel.refused.too-long", Measure.LINE_LENGTH));
            }
        }
        String about = row.cell("about");
        if (about.length() > MOST_ABOUT) {
            wrong.add(Refused.at("about", "kernel.refused.too-long", MOST_ABOUT));
        }
        Aims aims = AimColumns.read(row, title == null ? Language.EN : title.source(), wrong);
        if (!wrong.isEmpty() || title == null || owner == null || starts == null || due == null || schedule == null) {
            throw Refused.together(wrong);
        }
        return new MeasureContent(
                title,
                about.isBlank() ? null : LocalizedText.of(title.source(), about),
                owner,
                PlainText.line(row.cell("implementer")),
                starts,
                due,
                schedule,
                PlainText.line(row.cell("strategy")),
                PlainText.line(row.cell("number")),
                aims);
    }

    private @Nullable LocalDate day(ImportRow row, String column, List<Refused> wrong) {
        for (DateTimeFormatter format : DAYS) {
            try {
                return Bounds.day(column, LocalDate.parse(row.cell(column), format), clock.today());
            } catch (DateTimeParseException otherForm) {
                // The next one may fit.
            } catch (Refused refused) {
                wrong.add(refused);
                return null;
            }
        }
        wrong.add(Refused.at(column, "advocacy.refused.day"));
        return null;
    }
}
