package org.kvartal.forum.domain;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.files.FileId;
import org.kvartal.files.StoredFile;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.SectionId;
import org.kvartal.forum.SeriesId;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;
import org.springframework.stereotype.Component;

/** What sessions are about: hands each act on to where it is done. */
@Component
class KeptAgenda implements Agenda {

    private final Proposals proposals;
    private final ThreadDrafts threads;
    private final AgendaTable table;
    private final ItemPapers papers;
    private final AgendaReads reads;
    private final Permissions permissions;

    KeptAgenda(
            Proposals proposals,
            ThreadDrafts threads,
            AgendaTable table,
            ItemPapers papers,
            AgendaReads reads,
            Permissions permissions) {
        this.proposals = proposals;
        this.threads = threads;
        this.table = table;
        this.papers = papers;
        this.reads = reads;
        this.permissions = permissions;
    }

    @Override
    public void propose(Asker by, NewItem item) {
        proposals.propose(by, item);
    }

    @Override
    public Draft fromThread(Asker asker, long thread) {
        permissions.check(asker, ForumRights.PROPOSE, Scope.PLATFORM);
        return threads.draft(asker, thread);
    }

    @Override
    public void accept(Asker by, ItemId item, long version) {
        proposals.accept(by, item, version);
    }

    @Override
    public void decline(Asker by, ItemId item, long version, String reason) {
        proposals.decline(by, item, version, reason);
    }

    @Override
    public void merge(Asker by, ItemId item, long version, ItemId into) {
        proposals.merge(by, item, version, into);
    }

    @Override
    public void edit(Asker by, ItemEdit edit) {
        proposals.edit(by, edit);
    }

    @Override
    public long place(Asker by, SessionId session, long seen, ItemId item, SectionId section, int index) {
        return table.place(by, session, seen, item, section, index);
    }

    @Override
    public long takeBack(Asker by, SessionId session, long seen, ItemId item) {
        return table.takeBack(by, session, seen, item);
    }

    @Override
    public long add(Asker by, SessionId session, long seen, SectionId section, AddedItem item) {
        return table.add(by, session, seen, section, item);
    }

    @Override
    public long addSection(Asker by, SessionId session, long seen, SectionId section, LocalizedText title) {
        return table.addSection(by, session, seen, section, title);
    }

    @Override
    public long renameSection(Asker by, SessionId session, long seen, SectionId section, LocalizedText title) {
        return table.renameSection(by, session, seen, section, title);
    }

    @Override
    public long moveSection(Asker by, SessionId session, long seen, SectionId section, int index) {
        return table.moveSection(by, session, seen, section, index);
    }

    @Override
    public long removeSection(Asker by, SessionId session, long seen, SectionId section) {
        return table.removeSection(by, session, seen, section);
    }

    @Override
    public StoredFile attach(Asker by, ItemId item, String name, InputStream content) {
        return papers.attach(by, item, name, content);
    }

    @Override
    public void detach(Asker by, ItemId item, FileId file) {
        papers.detach(by, item, file);
    }

    @Override
    public Optional<AgendaDesk> desk(Asker asker, String code) {
        return reads.desk(asker, code);
    }

    @Override
    public Backlog backlog(Asker asker, @Nullable SeriesId series, @Nullable ListKey after, int limit) {
        permissions.check(asker, ForumRights.FACILITATE, ForumRights.in(series));
        return reads.backlog(asker, series, after, limit);
    }

    @Override
    public Optional<ItemLine> find(Asker asker, ItemId item) {
        return reads.find(asker, item);
    }

    @Override
    public List<OwnItem> mine(Asker asker) {
        return asker.person().map(reads::mine).orElse(List.of());
    }
}
