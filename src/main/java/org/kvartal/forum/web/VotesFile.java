package org.kvartal.forum.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.kvartal.forum.BallotId;
import org.kvartal.forum.Ballots;
import org.kvartal.forum.Ballots.NamedVote;
import org.kvartal.forum.ForumPages;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.CsvText;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who voted how in a named vote, as a table for a spreadsheet. */
@Controller
class VotesFile {

    private final Ballots ballots;
    private final CurrentReader currentReader;
    private final Messages messages;
    private final Wording wording;

    VotesFile(Ballots ballots, CurrentReader currentReader, Messages messages, Wording wording) {
        this.ballots = ballots;
        this.currentReader = currentReader;
        this.messages = messages;
        this.wording = wording;
    }

    @GetMapping(ForumPages.VOTES_FILE + "{ballot}.csv")
    void table(@PathVariable UUID ballot, HttpServletResponse response) throws IOException {
        Reader reader = currentReader.get();
        List<NamedVote> votes = ballots.votes(reader.asker(), new BallotId(ballot));
        response.setContentType(CsvText.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"votes.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (CsvText table = CsvText.forSpreadsheets(response.getOutputStream(), reader.language())) {
            table.row(List.of(
                    messages.text(reader.language(), "forum.votes.person"),
                    messages.text(reader.language(), "forum.votes.association"),
                    messages.text(reader.language(), "forum.votes.choice"),
                    messages.text(reader.language(), "forum.votes.at")));
            for (NamedVote vote : votes) {
                table.text(vote.person().name());
                table.text(
                        vote.onBehalfOf() == null
                                ? ""
                                : vote.onBehalfOf().name().in(reader.language()));
                table.text(messages.text(reader.language(), "forum.choice." + Code.of(vote.choice())));
                table.text(wording.exact(vote.at(), reader.language(), reader.zone()));
                table.end();
            }
        }
    }
}
