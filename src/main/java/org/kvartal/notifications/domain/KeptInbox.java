package org.kvartal.notifications.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.kvartal.live.LiveTopic;
import org.kvartal.notifications.Inbox;
import org.kvartal.notifications.NoticeText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads notices and has their words said. What nobody says any more is left out; a list that became short by it is filled up, but not for ever:
 * the number of statements depends on the number of kinds alone.
 */
@Component
class KeptInbox implements Inbox {

    /** No page needs more rows at once, whoever asks. */
    private static final int MOST_ROWS = 200;

    /** How often is read on where notices were left out. */
    private static final int ROUNDS = 3;

    private final Pigeonholes pigeonholes;
    private final Sources sources;
    private final Live live;
    private final TransactionTemplate transaction;

    KeptInbox(Pigeonholes pigeonholes, Sources sources, Live live, TransactionTemplate transaction) {
        this.pigeonholes = pigeonholes;
        this.sources = sources;
        this.live = live;
        this.transaction = transaction;
    }

    @Override
    public NoticeList newest(Asker asker, Language language, @Nullable ListKey before, int limit) {
        PersonId reader = asker.requirePerson();
        int most = Math.clamp(limit, 1, MOST_ROWS);
        List<NoticeLine> lines = new ArrayList<>();
        ListKey seen = before;
        for (int round = 0; round < ROUNDS; round++) {
            List<StoredNotice> rows = pigeonholes.newest(reader, false, seen, most + 1);
            Map<UUID, NoticeText> texts = sources.texts(reader, rows, language);
            for (StoredNotice row : rows) {
                if (lines.size() == most) {
                    return new NoticeList(lines, seen);
                }
                seen = row.key();
                NoticeText text = texts.get(row.id());
                if (text != null) {
                    lines.add(new NoticeLine(row.id(), text, row.toldAt(), row.unread() && !text.seen()));
                }
            }
            if (rows.size() <= most) {
                return new NoticeList(lines, null);
            }
        }
        return new NoticeList(lines, seen);
    }

    @Override
    public int unread(Asker asker, Language language) {
        PersonId reader = asker.requirePerson();
        int most = MOST_COUNTED + 1;
        int counted = 0;
        ListKey seen = null;
        for (int round = 0; round < ROUNDS; round++) {
            List<StoredNotice> rows = pigeonholes.newest(reader, true, seen, most);
            counted += (int) sources.texts(reader, rows, language).values().stream()
                    .filter(text -> !text.seen())
                    .count();
            if (counted >= most || rows.size() < most) {
                break;
            }
            seen = rows.getLast().key();
        }
        return Math.min(counted, most);
    }

    @Override
    public String open(Asker asker, Language language, UUID notice) {
        PersonId reader = asker.requirePerson();
        read(asker, notice);
        StoredNotice stored = pigeonholes.find(reader, notice).orElseThrow(NotFound::new);
        NoticeText text = sources.texts(reader, List.of(stored), language).get(notice);
        if (text == null) {
            throw new NotFound();
        }
        return text.path();
    }

    @Override
    public void read(Asker asker, UUID notice) {
        PersonId reader = asker.requirePerson();
        transaction.executeWithoutResult(_ -> {
            if (pigeonholes.read(reader, notice)) {
                live.changed(LiveTopics.of(reader));
            } else if (pigeonholes.find(reader, notice).isEmpty()) {
                throw new NotFound();
            }
        });
    }

    @Override
    public void readAll(Asker asker, Instant until) {
        PersonId reader = asker.requirePerson();
        transaction.executeWithoutResult(_ -> {
            if (pigeonholes.readAll(reader, until)) {
                live.changed(LiveTopics.of(reader));
            }
        });
    }

    @Override
    public Set<LiveTopic> topics(Asker asker) {
        return Set.of(LiveTopics.of(asker.requirePerson()), LiveTopics.EVERYBODY);
    }
}
