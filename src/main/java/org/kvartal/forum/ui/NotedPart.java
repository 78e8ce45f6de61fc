package org.kvartal.forum.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Ballots.BallotLine;
import org.kvartal.forum.Ballots.State;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.OutcomeState;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.forum.Room.DeskPage;
import org.kvartal.shell.Icon;

/** What has come out of the current item so far: votes and outcomes. */
class NotedPart extends Div {

    private final RoomTools tools;
    private final RoomActs acts;
    private final Words words;

    NotedPart(RoomTools tools, RoomActs acts, DeskPage page, Words words) {
        this.tools = tools;
        this.acts = acts;
        this.words = words;
        addClassName("stack");
        @Nullable ItemId current = page.current() == null ? null : page.current().line().id();
        List<BallotLine> votes = page.ballots().stream()
                .filter(one -> one.state() == State.OPEN || one.item().equals(current))
                .toList();
        List<OutcomeLine> outcomes = page.outcomes().stream()
                .filter(one -> one.item().equals(current))
                .toList();
        if (!votes.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("ballots");
            votes.forEach(vote -> list.add(vote(vote)));
            add(new H3(words.text("forum.room.votes")), list);
        }
        if (!outcomes.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("outcomes");
            outcomes.forEach(outcome -> list.add(outcome(outcome)));
            add(new H3(words.text("forum.room.outcomes")), list);
        }
    }

    private ListItem vote(BallotLine vote) {
        ListItem row = new ListItem(VoteWords.question(vote));
        row.addClassName("ballot");
        if (vote.result() != null) {
            row.add(VoteWords.result(vote.result(), words));
            return row;
        }
        row.add(new Span(VoteWords.rules(vote, words)), new Span(words.text("forum.room.votes-cast", vote.cast())));
        Button close = new Button(
                words.text("forum.room.vote-close"),
                Icon.CHECK.create(),
                _ -> acts.now(() -> tools.ballots().close(words.asker(), vote.id())));
        close.addThemeVariants(ButtonVariant.PRIMARY);
        Button withdraw = new Button(
                words.text("forum.room.vote-withdraw"),
                _ -> acts.now(() -> tools.ballots().withdraw(words.asker(), vote.id())));
        withdraw.addThemeVariants(ButtonVariant.TERTIARY);
        Div presses = new Div(close, withdraw);
        presses.addClassName("ballot-acts");
        row.add(presses);
        return row;
    }

    private ListItem outcome(OutcomeLine line) {
        ListItem row = new ListItem(LastOutcomes.kind(line, words), LastOutcomes.text(line, words));
        row.addClassName("outcome");
        if (line.state() == OutcomeState.LIVE) {
            Button change = new Button(
                    words.text("forum.app.change"),
                    _ -> acts.open(OutcomeForm.changing(tools, line, words), "forum.app.saved"));
            Button strike = new Button(
                    words.text("forum.room.strike"),
                    _ -> acts.now(() -> tools.outcomes().strike(words.asker(), line.id(), line.version())));
            change.addThemeVariants(ButtonVariant.TERTIARY);
            strike.addThemeVariants(ButtonVariant.TERTIARY);
            Div presses = new Div(change, strike);
            presses.addClassName("outcome-acts");
            row.add(presses);
        }
        return row;
    }
}
