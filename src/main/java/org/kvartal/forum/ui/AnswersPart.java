package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.kvartal.forum.Answer;
import org.kvartal.forum.Invitations.AnswerLine;
import org.kvartal.forum.Invitations.AnswerList;
import org.kvartal.membership.MemberCard;
import org.kvartal.shell.PersonChip;

/** Who comes, for whoever facilitates the session. */
class AnswersPart extends Section {

    AnswersPart(AnswerList answers, Words words) {
        addClassNames("part", "answers");
        add(new H2(words.text("forum.app.answers")));
        Paragraph counts = new Paragraph(words.text(
                "forum.app.answers.counts",
                answers.room(),
                answers.remote(),
                answers.maybe(),
                answers.no(),
                answers.invited()));
        counts.addClassName("answers-counts");
        add(counts);
        if (answers.lines().isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("rows");
        answers.lines().forEach(line -> list.add(row(line, words)));
        add(list);
    }

    private static ListItem row(AnswerLine line, Words words) {
        PersonChip person = new PersonChip(
                line.person().id(),
                line.person().name(),
                line.person().picture(),
                line.person().language());
        Div who = new Div(person);
        who.addClassName("row-title");
        MemberCard association = line.onBehalfOf();
        if (association != null) {
            who.add(words.forWhom(association));
        }
        Span says = new Span(words.of("answer", line.answer()));
        Div meta = new Div(says);
        meta.addClassNames("row-end", "meta");
        if (line.answer() != Answer.NO) {
            meta.add(new Span(words.of("way", line.way())));
        }
        ListItem row = new ListItem(who, meta);
        row.addClassNames("row", "answer-row");
        return row;
    }
}
