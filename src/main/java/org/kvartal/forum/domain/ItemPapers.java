package org.kvartal.forum.domain;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemState;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The papers of items. They are received outside of transactions, since that takes as long as somebody's line is slow. */
@Component
class ItemPapers {

    private final AgendaItemRepository items;
    private final Proposals proposals;
    private final Files files;
    private final ForumTrail trail;
    private final JdbcClient jdbc;
    private final Live live;
    private final TransactionTemplate transaction;
    private final HouseClock clock;

    ItemPapers(
            AgendaItemRepository items,
            Proposals proposals,
            Files files,
            ForumTrail trail,
            JdbcClient jdbc,
            Live live,
            TransactionTemplate transaction,
            HouseClock clock) {
        this.items = items;
        this.proposals = proposals;
        this.files = files;
        this.trail = trail;
        this.jdbc = jdbc;
        this.live = live;
        this.transaction = transaction;
        this.clock = clock;
    }

    StoredFile attach(Asker by, ItemId id, String name, InputStream content) {
        transaction.executeWithoutResult(_ -> requireRoom(lock(by, id)));
        StoredFile file = files.store(by, new FileOwner(PaperReaders.MODULE, id.value()), name, content);
        try {
            transaction.executeWithoutResult(_ -> {
                AgendaItem item = lock(by, id);
                requireRoom(item);
                jdbc.sql(
                                "INSERT INTO agenda_paper (item, file, added_by, added_at) VALUES (:item, :file, :by::uuid, :now)")
                        .param("item", id.value())
                        .param("file", file.id().value())
                        .param("by", by.person().map(PersonId::value).orElse(null))
                        .param("now", Columns.moment(clock.now()))
                        .update();
                trail.item(
                        by,
                        "forum.paper-added",
                        id,
                        entry -> entry.with("file", file.id().value()));
                changed(item);
            });
        } catch (RuntimeException changedMeanwhile) {
            files.remove(file.id());
            throw changedMeanwhile;
        }
        return file;
    }

    void detach(Asker by, ItemId id, FileId file) {
        transaction.executeWithoutResult(_ -> {
            AgendaItem item = lock(by, id);
            // An item that goes on in another session has the same papers: who takes one away from both at once waits.
            List<UUID> holders = jdbc.sql("SELECT item FROM agenda_paper WHERE file = :file ORDER BY item FOR UPDATE")
                    .param("file", file.value())
                    .query((row, _) -> Columns.id(row, "item"))
                    .list();
            int gone = jdbc.sql("DELETE FROM agenda_paper WHERE item = :item AND file = :file")
                    .param("item", id.value())
                    .param("file", file.value())
                    .update();
            if (gone > 0) {
                if (holders.size() == 1) {
                    files.remove(file);
                }
                trail.item(by, "forum.paper-removed", id, entry -> entry.with("file", file.value()));
                changed(item);
            }
        });
    }

    /** What was put to an item stands beside the one in which it goes on, too. */
    void goAlong(ItemId from, ItemId to) {
        jdbc.sql("INSERT INTO agenda_paper (item, file, added_by, added_at)"
                        + " SELECT :to, file, added_by, added_at FROM agenda_paper WHERE item = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    /** The papers of many items, in the order in which they came. Who may read them is for the caller to ask. */
    Map<UUID, List<StoredFile>> of(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        record Paper(UUID item, FileId file) {}
        List<Paper> papers = jdbc.sql(
                        "SELECT item, file FROM agenda_paper WHERE item = ANY (:ids) ORDER BY item, added_at, file")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> new Paper(Columns.id(row, "item"), new FileId(Columns.id(row, "file"))))
                .list();
        if (papers.isEmpty()) {
            return Map.of();
        }
        Map<FileId, StoredFile> stored =
                files.cards(papers.stream().map(Paper::file).toList());
        Map<UUID, List<StoredFile>> found = new HashMap<>();
        for (Paper paper : papers) {
            StoredFile file = stored.get(paper.file());
            if (file != null) {
                found.computeIfAbsent(paper.item(), _ -> new ArrayList<>()).add(file);
            }
        }
        return found;
    }

    private AgendaItem lock(Asker by, ItemId id) {
        AgendaItem item = items.lock(id.value()).orElseThrow(NotFound::new);
        if (!proposals.facilitates(by, item)) {
            boolean own = by.person().filter(item::isProposedBy).isPresent();
            if (!own || (item.state() != ItemState.PROPOSED && item.state() != ItemState.BACKLOG)) {
                throw new Forbidden();
            }
        }
        return item;
    }

    private void requireRoom(AgendaItem item) {
        int standing = jdbc.sql("SELECT count(*) FROM agenda_paper WHERE item = :item")
                .param("item", item.id().value())
                .query(Integer.class)
                .single();
        if (standing >= Agenda.MOST_PAPERS) {
            throw Refused.at("file", "forum.refused.papers-many", Agenda.MOST_PAPERS);
        }
    }

    private void changed(AgendaItem item) {
        live.changed(ForumTopics.backlog(item.series()));
        item.session().ifPresent(session -> live.changed(ForumTopics.of(session)));
    }
}
