package org.kvartal.seminars.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.membership.Bodies.BodyCard;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.seminars.SeminarDesk.Group;
import org.kvartal.seminars.SeminarDesk.Question;
import org.kvartal.seminars.SeminarDesk.SeminarContent;
import org.kvartal.seminars.Seminars.GroupLine;
import org.kvartal.seminars.Seminars.SeminarPage;

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
        PlanForms forms = new PlanForms(tools, page, words);
        add(
                part("content", facts(), forms::content),
                part(
                        "days",
                        new ProgrammePart(page.days(), page.parts(), words),
                        forms::days,
                        "edit-parts",
                        forms::parts));
        if (page.may().manage() || page.may().decide()) {
            add(part("groups", groups(), forms::reserve));
        }
        add(part("questions", questions(), forms::ask), part("team", WhereAndWho.people(page, words), forms::staff));
    }

    private Section part(String name, Component shown, Supplier<Ask> form) {
        return part(name, shown, form, null, form);
    }

    private Section part(
            String name, Component shown, Supplier<Ask> form, @Nullable String second, Supplier<Ask> secondForm) {
        Section part = Pieces.part(words.text("seminars.app.plan-" + name), shown);
        if (may) {
            Acts acts = new Acts(words, place, again).near(part).also("edit-" + name, form);
            if (second != null) {
                acts.also(second, secondForm);
            }
            part.add(acts.row(words.text("seminars.app.plan-" + name)));
        }
        return part;
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

    private Component groups() {
        if (page.groups().isEmpty()) {
            return Pieces.quiet(words.text("seminars.app.no-groups"));
        }
        Map<MemberId, MemberCard> members = tools.people()
                .cards(
                        page.groups().stream()
                                .flatMap(line -> line.group().members().stream())
                                .collect(Collectors.toSet()),
                        words);
        List<BodyCard> bodies = tools.bodies().all(words.asker());
        UnorderedList rows = Pieces.rows();
        for (GroupLine line : page.groups()) {
            Group group = line.group();
            List<Component> facts = new ArrayList<>();
            facts.add(new Span(words.text("seminars.app.reserved-for", forWhom(group, members, bodies))));
            facts.add(new Span(words.text("seminars.app.taken-of", line.taken(), group.seats())));
            facts.add(new Span(
                    group.until() == null
                            ? words.text("seminars.app.reserved-for-good")
                            : words.text(
                                    "seminars.app.reserved-until",
                                    words.exact(group.until(), page.card().zone()))));
            rows.add(Pieces.row(new Span(group.name()), null, facts.toArray(Component[]::new)));
        }
        return rows;
    }

    private String forWhom(Group group, Map<MemberId, MemberCard> members, List<BodyCard> bodies) {
        return Stream.concat(
                        group.members().stream()
                                .map(members::get)
                                .filter(Objects::nonNull)
                                .map(MemberCard::name),
                        bodies.stream()
                                .filter(body -> group.bodies().contains(body.id()))
                                .map(BodyCard::name))
                .map(words::name)
                .sorted()
                .collect(Collectors.joining(", "));
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
}
