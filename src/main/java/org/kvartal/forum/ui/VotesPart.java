package org.kvartal.forum.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.kvartal.forum.Ballots.BallotLine;
import org.kvartal.forum.Ballots.Result;
import org.kvartal.forum.ForumPages;

/** The votes of a session; of a named one who voted how, as a table. */
class VotesPart extends Section {

    VotesPart(RoomTools tools, String code, Words words) {
        addClassName("part");
        List<BallotLine> votes = tools.ballots().of(words.asker(), code);
        UnorderedList list = new UnorderedList();
        list.addClassName("ballots");
        for (BallotLine vote : votes) {
            Result result = vote.result();
            if (result == null) {
                continue;
            }
            ListItem row = new ListItem(VoteWords.question(vote), VoteWords.result(result, words));
            row.addClassName("ballot");
            if (!vote.secret() && !vote.byHands()) {
                Anchor table = new Anchor(ForumPages.votesFile(vote.id()), words.text("forum.votes.file"));
                table.setRouterIgnore(true);
                row.add(table);
            }
            list.add(row);
        }
        setVisible(list.getComponentCount() > 0);
        add(new H2(words.text("forum.room.votes")), list);
    }
}
