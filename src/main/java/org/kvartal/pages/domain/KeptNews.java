package org.kvartal.pages.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.pages.NewsContent;
import org.kvartal.pages.NewsContent.Picture;
import org.kvartal.pages.NewsDesk;
import org.kvartal.pages.NewsId;
import org.kvartal.pages.PagesRights;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the news. A piece is locked while something about it changes. */
@Component
@Transactional
class KeptNews implements NewsDesk {

    static final String NEWS = "pages.news";

    private final NewsRepository pieces;
    private final NewsReads reads;
    private final Files files;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final FootOfPages foot;
    private final HouseClock clock;

    KeptNews(
            NewsRepository pieces,
            NewsReads reads,
            Files files,
            Permissions permissions,
            AuditTrail audit,
            FootOfPages foot,
            HouseClock clock) {
        this.pieces = pieces;
        this.reads = reads;
        this.files = files;
        this.permissions = permissions;
        this.audit = audit;
        this.foot = foot;
        this.clock = clock;
    }

    @Override
    public void begin(Asker by, NewsId id, NewsContent content) {
        check(by);
        NewsContent kept = kept(id, content);
        Optional<NewsPiece> standing = pieces.findById(id.value());
        if (standing.isPresent()) {
            if (!standing.get().says(kept)) {
                throw Refused.because(PagesRights.CHANGED);
            }
            return;
        }
        NewsPiece piece = NewsPiece.begin(id, kept, by.person().orElse(null), clock.now());
        pieces.saveAndFlush(piece);
        record(by, "pages.news-begun", piece, null);
    }

    @Override
    public void change(Asker by, NewsId id, long seen, NewsContent content) {
        NewsPiece piece = lock(by, id);
        piece.change(seen, kept(id, content), clock.now());
        pieces.saveAndFlush(piece);
        record(by, "pages.news-changed", piece, null);
    }

    @Override
    public void publish(Asker by, NewsId id, long seen) {
        NewsPiece piece = lock(by, id);
        piece.publish(seen, clock.today(), clock.now());
        pieces.saveAndFlush(piece);
        record(by, "pages.news-published", piece, null);
        foot.changed();
    }

    @Override
    public void withdraw(Asker by, NewsId id, long seen, String reason) {
        NewsPiece piece = lock(by, id);
        String why = NewsRules.reason(reason);
        piece.withdraw(seen, clock.now());
        pieces.saveAndFlush(piece);
        record(by, "pages.news-withdrawn", piece, why);
        foot.changed();
    }

    @Override
    @Transactional(readOnly = true)
    public FileOwner attach(Asker by, NewsId id) {
        check(by);
        return NewsPictures.owner(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<NewsDraft> look(Asker by, NewsId id) {
        check(by);
        return reads.draft(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<NewsLine> all(Asker by, @Nullable Long before, int limit) {
        check(by);
        return reads.lines(before, limit);
    }

    private void check(Asker by) {
        permissions.check(by, PagesRights.WRITE, Scope.PLATFORM);
    }

    private NewsPiece lock(Asker by, NewsId id) {
        check(by);
        return pieces.lock(id.value()).orElseThrow(NotFound::new);
    }

    private NewsContent kept(NewsId id, NewsContent content) {
        NewsContent kept = NewsRules.kept(content, clock.today());
        Picture picture = kept.picture();
        if (picture != null
                && files.find(picture.file())
                        .filter(StoredFile::isPicture)
                        .filter(file -> file.owner().equals(NewsPictures.owner(id)))
                        .isEmpty()) {
            throw Refused.at("picture", "pages.refused.picture");
        }
        return kept;
    }

    private void record(Asker by, String act, NewsPiece piece, @Nullable String reason) {
        audit.record(AuditEntry.of(by, act, new AuditSubject(NEWS, piece.id())).because(reason));
    }
}
