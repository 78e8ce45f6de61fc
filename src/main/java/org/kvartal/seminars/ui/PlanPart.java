package org.kvartal.seminars.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.Group;
import org.kvartal.seminars.SeminarDesk.Part;
import org.kvartal.seminars.SeminarDesk.Question;
import org.kvartal.seminars.SeminarDesk.SeminarContent;
import org.kvartal.seminars.Seminars.GroupLine;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.seminars.Seminars.TrainerLine;

/** What is planned, part by part, each with the form that changes it. */
class PlanPart extends Div {

    private final DeskTools tools;
    private final SeminarPage page;
    private final Words words;
    private final Div place;
    private final Runnable again;
    private final boolean may;

    PlanPart(DeskTools tools, SeminarPage page, Words words, Div place, Runnable again) {
        this.tools = tools;
        this.page = page;
        this.words = words;
        this.place = place;
        this.again = again;
        this.may = page.may().manage() && page.card().state().open();
        add(
                part("content", facts(), this::content),
                part(
                        "days",
                        new ProgrammePart(page.days(), page.parts(), words),
                        this::days,
                        "edit-parts",
                        this::parts),
                part("groups", groups(), this::reserve),
                part("questions", questions(), this::ask),
                part("team", team(), this::staff));
    }

    private Section part(String name, Component shown, Supplier<Ask> form) {
        return part(name, shown, form, null, form);
    }

    private Section part(
            String name, Component shown, Supplier<Ask> form, @Nullable String second, Supplier<Ask> secondForm) {
        Section part = Pieces.part(words.text("seminars.app.plan-" + name), shown);
        if (may) {
            Acts acts = new Acts(words, place, again).also("edit-" + name, form);
            if (second != null) {
                acts.also(second, secondForm);
            }
            part.add(acts.row(words.text("seminars.app.plan-" + name)));
        }
        return part;
    }

    private Ask form(String name) {
        return new Ask(words, "seminars." + name + "." + page.card().slug(), "seminars.app.save");
    }

    private long version() {
        return page.card().version();
    }

    private Component facts() {
        SeminarContent content = page.content();
        List<String> facts = new ArrayList<>();
        facts.add(words.of("mode", content.mode()));
        facts.add(words.text("seminars.app.seats-of", content.capacity()));
        if (content.perAssociation() != null) {
            facts.add(words.text("seminars.app.per-association", content.perAssociation()));
        }
        if (content.minimum() != null && content.goNoGoOn() != null) {
            facts.add(words.text("seminars.app.minimum-of", content.minimum(), words.day(content.goNoGoOn())));
        }
        moment(facts, "opens-at", content.opens());
        moment(facts, "closes-at", content.closes());
        moment(facts, "withdraw-at", content.withdrawUntil());
        facts.add(words.text("seminars.app.offer-for", content.offerHours()));
        facts.add(words.text("seminars.app.rule-of", content.rule().share()));
        if (content.rule().feedback()) {
            facts.add(words.text("seminars.field.feedback"));
        }
        Div meta = new Div(facts.stream().map(Span::new).toArray(Component[]::new));
        meta.addClassName("meta");
        if (content.about() == null) {
            return meta;
        }
        return new Div(Pieces.prose(content.about(), words), meta);
    }

    private void moment(List<String> facts, String key, @Nullable LocalDateTime moment) {
        if (moment != null) {
            facts.add(words.text(
                    "seminars.app." + key,
                    words.exact(
                            moment.atZone(page.card().zone()).toInstant(),
                            page.card().zone())));
        }
    }

    private Ask content() {
        Ask ask = form("content");
        ContentForm form = new ContentForm(ask, page.content(), false, tools.forms(), () -> {}).rest();
        return ask.doing(
                () -> tools.desk().change(words.asker(), page.card().id(), version(), form.content(page.content())));
    }

    private Ask days() {
        Ask ask = form("days").note(words.text("seminars.app.days-text"));
        RowsField<PlanRows.DayRow> rows = ask.rows(
                "days",
                new RowsField<>(words, "", words.text("seminars.app.add-day"), () -> new PlanRows.DayRow(null, words)));
        page.days().forEach(day -> rows.row(new PlanRows.DayRow(day, words)));
        return ask.doing(() -> {
            List<Day> days = rows.rows().stream().map(PlanRows.DayRow::day).toList();
            Set<DayId> kept = new HashSet<>();
            days.forEach(day -> kept.add(day.id()));
            // What stood on a day that is taken out goes with it.
            List<Part> parts = page.parts().stream()
                    .filter(part -> kept.contains(part.day()))
                    .toList();
            tools.desk().plan(words.asker(), page.card().id(), version(), days, parts);
        });
    }

    private Ask parts() {
        Ask ask = form("parts").note(words.text("seminars.app.parts-text"));
        RowsField<PlanRows.PartRow> rows = ask.rows(
                "parts",
                new RowsField<>(
                        words,
                        "",
                        words.text("seminars.app.add-part"),
                        () -> new PlanRows.PartRow(null, page.days(), words)));
        page.parts().forEach(part -> rows.row(new PlanRows.PartRow(part, page.days(), words)));
        return ask.doing(() -> tools.desk()
                .plan(
                        words.asker(),
                        page.card().id(),
                        version(),
                        page.days(),
                        rows.rows().stream().map(PlanRows.PartRow::part).toList()));
    }

    private Component groups() {
        if (page.groups().isEmpty()) {
            return Pieces.quiet(words.text("seminars.app.no-groups"));
        }
        UnorderedList rows = Pieces.rows();
        for (GroupLine line : page.groups()) {
            Group group = line.group();
            List<Component> facts = new ArrayList<>();
            facts.add(new Span(words.text("seminars.app.taken-of", line.taken(), group.seats())));
            if (group.until() != null) {
                facts.add(new Span(words.text(
                        "seminars.app.reserved-until",
                        words.exact(group.until(), page.card().zone()))));
            }
            rows.add(Pieces.row(new Span(group.name()), null, facts.toArray(Component[]::new)));
        }
        return rows;
    }

    private Ask reserve() {
        Ask ask = form("groups").note(words.text("seminars.app.groups-text"));
        RowsField<PlanRows.GroupRow> rows = ask.rows(
                "groups",
                new RowsField<>(
                        words,
                        "",
                        words.text("seminars.app.add-group"),
                        () -> new PlanRows.GroupRow(null, page.card().zone(), tools, words)));
        page.groups()
                .forEach(line ->
                        rows.row(new PlanRows.GroupRow(line.group(), page.card().zone(), tools, words)));
        return ask.doing(() -> tools.desk()
                .reserve(
                        words.asker(),
                        page.card().id(),
                        version(),
                        rows.rows().stream().map(PlanRows.GroupRow::group).toList()));
    }

    private Component questions() {
        if (page.questions().isEmpty()) {
            return Pieces.quiet(words.text("seminars.app.no-questions"));
        }
        UnorderedList rows = Pieces.rows();
        for (Question question : page.questions()) {
            List<Component> facts = new ArrayList<>();
            facts.add(new Span(words.of("question-kind", question.kind())));
            if (question.required()) {
                facts.add(new Span(words.text("seminars.field.required")));
            }
            rows.add(Pieces.row(words.shown(question.label()), null, facts.toArray(Component[]::new)));
        }
        return rows;
    }

    private Ask ask() {
        Ask ask = form("questions").note(words.text("seminars.app.questions-text"));
        RowsField<PlanRows.QuestionRow> rows = ask.rows(
                "questions",
                new RowsField<>(
                        words,
                        "",
                        words.text("seminars.app.add-question"),
                        () -> new PlanRows.QuestionRow(null, words)));
        page.questions().forEach(question -> rows.row(new PlanRows.QuestionRow(question, words)));
        return ask.doing(() -> tools.desk()
                .ask(
                        words.asker(),
                        page.card().id(),
                        version(),
                        rows.rows().stream().map(PlanRows.QuestionRow::question).toList()));
    }

    private Component team() {
        UnorderedList rows = Pieces.rows();
        for (TrainerLine line : page.team()) {
            rows.add(Pieces.row(
                    Pieces.person(line.person(), line.name()), null, new Span(words.of("role", line.role()))));
        }
        return rows;
    }

    private Ask staff() {
        Ask ask = form("team").note(words.text("seminars.app.team-text"));
        RowsField<PlanRows.TrainerRow> rows = ask.rows(
                "trainers",
                new RowsField<>(
                        words,
                        "",
                        words.text("seminars.app.add-trainer"),
                        () -> new PlanRows.TrainerRow(null, tools, words)));
        page.team().forEach(line -> rows.row(new PlanRows.TrainerRow(line, tools, words)));
        return ask.doing(() -> tools.desk()
                .staff(
                        words.asker(),
                        page.card().id(),
                        version(),
                        rows.rows().stream().map(PlanRows.TrainerRow::trainer).toList()));
    }
}
