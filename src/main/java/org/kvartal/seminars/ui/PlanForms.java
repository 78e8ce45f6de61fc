package org.kvartal.seminars.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.Part;
import org.kvartal.seminars.Seminars.SeminarPage;

/** The forms that change what is planned. */
record PlanForms(DeskTools tools, SeminarPage page, Words words) {

    private Ask form(String name) {
        return new Ask(words, "seminars." + name + "." + page.card().slug(), "seminars.app.save");
    }

    private long version() {
        return page.card().version();
    }

    Ask content() {
        Ask ask = form("content");
        ContentForm form = new ContentForm(ask, page.content(), false, tools.forms(), () -> {}).rest();
        return ask.doing(
                () -> tools.desk().change(words.asker(), page.card().id(), version(), form.content(page.days())));
    }

    Ask days() {
        Ask ask = form("days").note(words.text("seminars.app.days-text"));
        RowsField<DayRow> rows = ask.rows(
                "days", new RowsField<>(words, "", words.text("seminars.app.add-day"), () -> new DayRow(null, words)));
        page.days().forEach(day -> rows.row(new DayRow(day, words)));
        return ask.doing(() -> {
            List<Day> days = rows.rows().stream().map(DayRow::day).toList();
            Set<DayId> kept = new HashSet<>();
            days.forEach(day -> kept.add(day.id()));
            // What stood on a day that is taken out goes with it.
            List<Part> parts = page.parts().stream()
                    .filter(part -> kept.contains(part.day()))
                    .toList();
            tools.desk().plan(words.asker(), page.card().id(), version(), days, parts);
        });
    }

    Ask parts() {
        Ask ask = form("parts").note(words.text("seminars.app.parts-text"));
        RowsField<PartRow> rows = ask.rows(
                "parts",
                new RowsField<>(
                        words, "", words.text("seminars.app.add-part"), () -> new PartRow(null, page.days(), words)));
        page.parts().forEach(part -> rows.row(new PartRow(part, page.days(), words)));
        return ask.doing(() -> tools.desk()
                .plan(
                        words.asker(),
                        page.card().id(),
                        version(),
                        page.days(),
                        rows.rows().stream().map(PartRow::part).toList()));
    }

    Ask reserve() {
        Ask ask = form("groups").note(words.text("seminars.app.groups-text"));
        RowsField<GroupRow> rows = ask.rows(
                "groups",
                new RowsField<>(
                        words,
                        "",
                        words.text("seminars.app.add-group"),
                        () -> new GroupRow(null, page.card().zone(), tools, words)));
        page.groups()
                .forEach(line -> rows.row(new GroupRow(line.group(), page.card().zone(), tools, words)));
        return ask.doing(() -> tools.desk()
                .reserve(
                        words.asker(),
                        page.card().id(),
                        version(),
                        rows.rows().stream().map(GroupRow::group).toList()));
    }

    Ask ask() {
        Ask ask = form("questions").note(words.text("seminars.app.questions-text"));
        RowsField<QuestionRow> rows = ask.rows(
                "questions",
                new RowsField<>(
                        words, "", words.text("seminars.app.add-question"), () -> new QuestionRow(null, words)));
        page.questions().forEach(question -> rows.row(new QuestionRow(question, words)));
        return ask.doing(() -> tools.desk()
                .ask(
                        words.asker(),
                        page.card().id(),
                        version(),
                        rows.rows().stream().map(QuestionRow::question).toList()));
    }

    Ask staff() {
        Ask ask = form("team").note(words.text("seminars.app.team-text"));
        RowsField<TrainerRow> rows = ask.rows(
                "trainers",
                new RowsField<>(
                        words, "", words.text("seminars.app.add-trainer"), () -> new TrainerRow(null, tools, words)));
        page.team().forEach(line -> rows.row(new TrainerRow(line, tools, words)));
        return ask.doing(() -> tools.desk()
                .staff(
                        words.asker(),
                        page.card().id(),
                        version(),
                        rows.rows().stream().map(TrainerRow::trainer).toList()));
    }
}
