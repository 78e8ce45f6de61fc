package org.kvartal.advocacy.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.Answers.Raised;
import org.kvartal.advocacy.Answers.ReplyContent;
import org.kvartal.advocacy.Answers.ReplyPage;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.DispatchState;
import org.kvartal.advocacy.Dispatches.Reading;
import org.kvartal.advocacy.Dispatches.ReplyLine;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.ReplyChoice;
import org.kvartal.advocacy.ReplyId;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.membership.MemberCard;
import org.kvartal.trace.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What addressees said, and what the page behind a letter's link shows. */
@Component
class ReplyReads {

    /** The most associations that the page behind a link names. */
    private static final int NAMED = 20;

    private final DispatchRepository dispatches;
    private final RecommendationRepository recommendations;
    private final Postroom postroom;
    private final Standing standing;
    private final Origins origins;
    private final Files files;
    private final JdbcClient jdbc;

    ReplyReads(
            DispatchRepository dispatches,
            RecommendationRepository recommendations,
            Postroom postroom,
            Standing standing,
            Origins origins,
            Files files,
            JdbcClient jdbc) {
        this.dispatches = dispatches;
        this.recommendations = recommendations;
        this.postroom = postroom;
        this.standing = standing;
        this.origins = origins;
        this.files = files;
        this.jdbc = jdbc;
    }

    Optional<ReplyPage> page(DispatchId id) {
        return dispatches
                .findById(id.value())
                .filter(dispatch -> dispatch.state() != DispatchState.PREPARED
                        && dispatch.state() != DispatchState.DISCARDED
                        && dispatch.state() != DispatchState.SIGNED
                        && dispatch.state() != DispatchState.BOUNCED)
                .map(this::page);
    }

    private ReplyPage page(Dispatch dispatch) {
        Recommendation recommendation =
                recommendations.findById(dispatch.recommendation().value()).orElseThrow();
        record Support(int people, int associations, int countries) {}
        Support support = jdbc.sql("""
                SELECT count(*) FILTER (WHERE association IS NULL) AS people, count(association) AS associations,
                       count(DISTINCT country) FILTER (WHERE association IS NOT NULL) AS countries
                  FROM endorsement WHERE recommendation = :id""")
                .param("id", recommendation.id().value())
                .query((row, _) ->
                        new Support(row.getInt("people"), row.getInt("associations"), row.getInt("countries")))
                .single();
        List<ReplyLine> said = of(List.of(dispatch.id())).getOrDefault(dispatch.id(), List.of());
        ReplyLine last = said.isEmpty() ? null : said.getFirst();
        boolean corrects = last != null && !last.paper() && dispatch.state() == DispatchState.NEEDS_CLASSIFICATION;
        StoredFile file = last == null || !corrects ? null : last.file();
        return new ReplyPage(
                dispatch.id(),
                recommendation.code(),
                dispatch.language(),
                dispatch.zone(),
                postroom.name(dispatch, dispatch.language()),
                recommendation.text(),
                dispatch.covering(),
                dispatch.requireSentOn(),
                dispatch.requireReplyBy(),
                support.people(),
                support.associations(),
                support.countries(),
                standing.associations(recommendation.id(), NAMED).stream()
                        .map(MemberCard::name)
                        .toList(),
                raised(recommendation.id(), dispatch.language()),
                last == null
                        ? null
                        : new ReplyContent(
                                last.choice(),
                                last.language(),
                                last.words(),
                                last.responsible(),
                                last.promisedOn(),
                                last.until(),
                                last.passedTo()),
                dispatch.position(),
                file == null ? null : file.name(),
                dispatch.answerable());
    }

    private List<Raised> raised(RecommendationId id, Language language) {
        List<Raised> raised = new ArrayList<>();
        for (Step step : origins.of(Asker.guest(), id, language)) {
            String path = step.card().publicPath();
            if (path != null && step.node().kind().equals(DiscussionsPages.TRACED_THREAD)) {
                raised.add(new Raised(step.card().title(), step.card().language(), path));
            }
        }
        return raised;
    }

    private record Row(
            DispatchId dispatch, ReplyLine line, @Nullable FileId file) {}

    /** What was said on many letters, the last word first. */
    Map<DispatchId, List<ReplyLine>> of(Collection<DispatchId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Row> rows = jdbc.sql(
                        "SELECT * FROM dispatch_reply WHERE dispatch = ANY (:ids) ORDER BY dispatch, number DESC")
                .param("ids", ids.stream().map(DispatchId::value).toArray(UUID[]::new))
                .query((row, _) -> new Row(
                        new DispatchId(Columns.id(row, "dispatch")),
                        new ReplyLine(
                                new ReplyId(Columns.id(row, "id")),
                                row.getInt("number"),
                                row.getString("way").equals("PAPER"),
                                Stored.code(row, "choice", ReplyChoice.class),
                                Columns.language(row, "language"),
                                row.getString("words"),
                                row.getString("responsible"),
                                Stored.dayOrNull(row, "promised_on"),
                                Stored.dayOrNull(row, "until_on"),
                                row.getString("passed_to"),
                                null,
                                row.getString("their_number"),
                                row.getString("our_number"),
                                Stored.day(row, "received_on"),
                                row.getBoolean("corrected"),
                                Stored.code(row, "reading", Reading.class)),
                        Stored.file(row, "file")))
                .list();
        List<FileId> sent =
                rows.stream().map(Row::file).filter(Objects::nonNull).toList();
        Map<FileId, StoredFile> stored = sent.isEmpty() ? Map.of() : files.cards(sent);
        Map<DispatchId, List<ReplyLine>> lines = new HashMap<>();
        for (Row row : rows) {
            lines.computeIfAbsent(row.dispatch(), _ -> new ArrayList<>()).add(filed(row, stored));
        }
        return lines;
    }

    private static ReplyLine filed(Row row, Map<FileId, StoredFile> stored) {
        ReplyLine line = row.line();
        FileId file = row.file();
        return file == null
                ? line
                : new ReplyLine(
                        line.id(),
                        line.number(),
                        line.paper(),
                        line.choice(),
                        line.language(),
                        line.words(),
                        line.responsible(),
                        line.promisedOn(),
                        line.until(),
                        line.passedTo(),
                        stored.get(file),
                        line.theirNumber(),
                        line.ourNumber(),
                        line.receivedOn(),
                        line.corrected(),
                        line.reading());
    }

    /** Of what was said on a letter that which everybody may read: what the office took for the position, without what is for the office alone. */
    static List<ReplyLine> open(List<ReplyLine> said) {
        return said.stream()
                .filter(line -> line.reading() == Reading.CLASSIFIED && !line.corrected())
                .map(ReplyReads::open)
                .toList();
    }

    private static ReplyLine open(ReplyLine line) {
        return new ReplyLine(
                line.id(),
                line.number(),
                line.paper(),
                line.choice(),
                line.language(),
                line.words(),
                "",
                line.promisedOn(),
                line.until(),
                line.passedTo(),
                null,
                "",
                "",
                line.receivedOn(),
                line.corrected(),
                line.reading());
    }
}
