package org.kvartal.advocacy.domain;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.AdvocacyTopics;
import org.kvartal.advocacy.RecommendationDesk;
import org.kvartal.advocacy.RecommendationDesk.Evidence;
import org.kvartal.advocacy.RecommendationDesk.EvidenceKind;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.Recommendations.EvidenceLine;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryId;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.FilePages;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TraceNode;
import org.kvartal.trace.TraceSubject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What shows that a problem is there: threads, posts, entries of the directory and files. Each is shown to those who may read it. */
@Component
class EvidenceBook {

    private final Files files;
    private final Directory directory;

    /** Asked for late: recommendations are shown in trails themselves. */
    private final ObjectProvider<TraceSubject> subjects;

    private final RecommendationRepository recommendations;
    private final Trace trace;
    private final AdvocacyTrail trail;
    private final JdbcClient jdbc;
    private final Live live;
    private final TransactionTemplate transaction;
    private final HouseClock clock;

    EvidenceBook(
            Files files,
            Directory directory,
            ObjectProvider<TraceSubject> subjects,
            RecommendationRepository recommendations,
            Trace trace,
            AdvocacyTrail trail,
            JdbcClient jdbc,
            Live live,
            TransactionTemplate transaction,
            HouseClock clock) {
        this.files = files;
        this.directory = directory;
        this.subjects = subjects;
        this.recommendations = recommendations;
        this.trace = trace;
        this.trail = trail;
        this.jdbc = jdbc;
        this.live = live;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The caller has locked the recommendation, and has seen to who may. */
    void cite(Asker by, Recommendation recommendation, Evidence wish) {
        if (wish.kind() == EvidenceKind.FILE
                || lines(by, List.of(wish), Language.EN).isEmpty()) {
            throw Refused.at("evidence", "advocacy.refused.evidence");
        }
        requireRoom(recommendation.id(), "evidence");
        if (add(by, recommendation.id(), wish)) {
            @Nullable TraceNode node = traced(wish);
            if (node != null) {
                stands(recommendation.id(), wish, true);
                trace.link(
                        by,
                        new Strand(node, Relation.RAISED_IN, recommendation.id().traced()));
            }
        }
    }

    void withdraw(Asker by, Recommendation recommendation, Evidence wish) {
        int gone = jdbc.sql(
                        "DELETE FROM recommendation_evidence WHERE recommendation = :id AND kind = :kind AND subject = :subject")
                .param("id", recommendation.id().value())
                .param("kind", wish.kind().name())
                .param("subject", wish.subject())
                .update();
        if (gone > 0) {
            if (wish.kind() == EvidenceKind.FILE) {
                files.remove(new FileId(wish.subject()));
            }
            if (traced(wish) != null) {
                stands(recommendation.id(), wish, false);
            }
            trail.recommendation(
                    by,
                    "advocacy.evidence-withdrawn",
                    recommendation.id(),
                    entry -> entry.with("evidence", wish.subject()));
        }
    }

    StoredFile attach(Asker by, RecommendationId id, String name, InputStream content) {
        transaction.executeWithoutResult(_ -> requireOpen(id));
        StoredFile file = files.store(by, new FileOwner(FileReaders.MODULE, id.value()), name, content);
        try {
            transaction.executeWithoutResult(_ -> {
                requireOpen(id).touch(clock.now());
                add(by, id, new Evidence(EvidenceKind.FILE, file.id().value()));
                live.changed(AdvocacyTopics.of(id));
            });
        } catch (RuntimeException changedMeanwhile) {
            files.remove(file.id());
            throw changedMeanwhile;
        }
        return file;
    }

    private Recommendation requireOpen(RecommendationId id) {
        Recommendation recommendation = recommendations.lock(id.value()).orElseThrow(NotFound::new);
        recommendation.requireOpen();
        requireRoom(id, "file");
        return recommendation;
    }

    private void requireRoom(RecommendationId id, String field) {
        int standing = jdbc.sql("SELECT count(*) FROM recommendation_evidence WHERE recommendation = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
        if (standing >= RecommendationDesk.MOST_EVIDENCE) {
            throw Refused.at(field, "advocacy.refused.too-many", RecommendationDesk.MOST_EVIDENCE);
        }
    }

    private boolean add(Asker by, RecommendationId id, Evidence wish) {
        int added = jdbc.sql("""
                INSERT INTO recommendation_evidence (recommendation, kind, subject, added_at, added_by)
                VALUES (:id, :kind, :subject, :now, :by::uuid) ON CONFLICT DO NOTHING""")
                .param("id", id.value())
                .param("kind", wish.kind().name())
                .param("subject", wish.subject())
                .param("now", Columns.moment(clock.now()))
                .param("by", by.person().map(PersonId::value).orElse(null))
                .update();
        if (added > 0) {
            trail.recommendation(by, "advocacy.evidence-cited", id, entry -> entry.with("evidence", wish.subject()));
        }
        return added > 0;
    }

    /** A trail never forgets: what does not stand any more is remembered beside it. */
    private void stands(RecommendationId id, Evidence wish, boolean now) {
        jdbc.sql(
                        now
                                ? "DELETE FROM recommendation_evidence_gone WHERE recommendation = :id AND kind = :kind AND subject = :subject"
                                : "INSERT INTO recommendation_evidence_gone VALUES (:id, :kind, :subject) ON CONFLICT DO NOTHING")
                .param("id", id.value())
                .param("kind", wish.kind().name())
                .param("subject", wish.subject())
                .update();
    }

    private static @Nullable TraceNode traced(Evidence wish) {
        return switch (wish.kind()) {
            case THREAD -> new ThreadId(wish.subject()).traced();
            case POST -> new PostId(wish.subject()).traced();
            case ENTRY, FILE -> null;
        };
    }

    /** What is cited, in the order in which it came, as far as the asker may read it. */
    List<EvidenceLine> of(Asker asker, RecommendationId id, Language language) {
        List<Evidence> cited = jdbc.sql(
                        "SELECT kind, subject FROM recommendation_evidence WHERE recommendation = :id ORDER BY added_at, subject")
                .param("id", id.value())
                .query((row, _) ->
                        new Evidence(Stored.code(row, "kind", EvidenceKind.class), Columns.id(row, "subject")))
                .list();
        return lines(asker, cited, language);
    }

    private List<EvidenceLine> lines(Asker asker, List<Evidence> cited, Language language) {
        Map<Evidence, EvidenceLine> lines = new HashMap<>();
        traced(asker, cited, EvidenceKind.THREAD, DiscussionsPages.TRACED_THREAD, language, lines);
        traced(asker, cited, EvidenceKind.POST, DiscussionsPages.TRACED_POST, language, lines);
        List<UUID> entries = ids(cited, EvidenceKind.ENTRY);
        if (!entries.isEmpty()) {
            directory.cards(entries.stream().map(EntryId::new).toList()).forEach((id, card) -> {
                Evidence one = new Evidence(EvidenceKind.ENTRY, id.value());
                Language shown = Language.of(card.names().shownIn(language)).orElse(language);
                lines.put(
                        one,
                        new EvidenceLine(one, card.names().in(language), shown, AlliancePages.inPublic(card.slug())));
            });
        }
        List<UUID> papers = ids(cited, EvidenceKind.FILE);
        if (!papers.isEmpty()) {
            files.cards(papers.stream().map(FileId::new).toList()).forEach((id, file) -> {
                Evidence one = new Evidence(EvidenceKind.FILE, id.value());
                lines.put(one, new EvidenceLine(one, file.name(), language, FilePages.file(id)));
            });
        }
        return cited.stream().map(lines::get).filter(Objects::nonNull).toList();
    }

    private void traced(
            Asker asker,
            List<Evidence> cited,
            EvidenceKind kind,
            String node,
            Language language,
            Map<Evidence, EvidenceLine> lines) {
        List<UUID> ids = ids(cited, kind);
        if (ids.isEmpty()) {
            return;
        }
        subjects.stream()
                .filter(subject -> subject.kind().equals(node))
                .forEach(subject -> subject.cards(asker, ids, language).forEach((id, card) -> {
                    Evidence one = new Evidence(kind, id);
                    String path =
                            card.publicPath() != null || asker.person().isEmpty() ? card.publicPath() : card.appPath();
                    lines.put(one, new EvidenceLine(one, card.title(), card.language(), path));
                }));
    }

    private static List<UUID> ids(List<Evidence> cited, EvidenceKind kind) {
        return cited.stream()
                .filter(one -> one.kind() == kind)
                .map(Evidence::subject)
                .toList();
    }
}
