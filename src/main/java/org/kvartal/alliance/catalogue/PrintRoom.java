package org.kvartal.alliance.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Catalogues;
import org.kvartal.alliance.DirectoryFilter;
import org.kvartal.alliance.EditionId;
import org.kvartal.alliance.catalogue.CatalogueBook.Made;
import org.kvartal.alliance.catalogue.CatalogueBook.Progress;
import org.kvartal.files.FileOwner;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the editions that wait, those of the house and the oldest first, one at a time in the whole cluster. Whoever is at work says every few moments that it
 * still is; what was at work on a node that fell silent is begun again by another, or by the same after its restart.
 *
 * @see "Decision record 0088, the printed catalogue"
 */
@Component
class PrintRoom {

    private static final Logger log = LoggerFactory.getLogger(PrintRoom.class);

    /** Who has said nothing for so long is not at work any more. */
    static final Duration SILENCE = Duration.ofSeconds(90);

    private static final Duration BETWEEN_WORDS = Duration.ofMillis(700);
    private static final int MOST_ATTEMPTS = 3;
    private static final String PDF = "application/pdf";

    private final JdbcClient jdbc;
    private final CatalogueBook book;
    private final EditionSweep sweep;
    private final org.kvartal.files.Files files;
    private final Live live;
    private final House house;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PrintRoom(
            JdbcClient jdbc,
            CatalogueBook book,
            EditionSweep sweep,
            org.kvartal.files.Files files,
            Live live,
            House house,
            Clock clock,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.book = book;
        this.sweep = sweep;
        this.files = files;
        this.live = live;
        this.house = house;
        this.clock = clock;
        this.transaction = transaction;
    }

    private record Order(
            EditionId id, DirectoryFilter filter, Language language, PersonId wantedBy, int attempt, UUID worker) {}

    /** Somebody else makes it meanwhile, or nobody wants it any more. */
    private static final class NotOurs extends RuntimeException {

        NotOurs() {
            super("the edition is not ours any more", null, false, false);
        }
    }

    /** The house is closing. */
    private static final class Stopped extends RuntimeException {

        Stopped() {
            super("the house is closing", null, false, false);
        }
    }

    /** Makes all that wait, unless somebody else is at it, who will then make these too. */
    void work() {
        for (Optional<Order> next = take(); next.isPresent(); next = take()) {
            if (!make(next.get())) {
                return;
            }
        }
    }

    /** Editions that wait or were left in the middle. */
    List<EditionId> left() {
        return jdbc.sql("""
                SELECT id FROM catalogue_edition
                 WHERE state = 'WAITING' OR (state = 'AT_WORK' AND alive_at < :silent)
                 ORDER BY of_house DESC, wanted_at, id
                 LIMIT 1""")
                .param("silent", Columns.moment(clock.instant().minus(SILENCE)))
                .query((row, _) -> new EditionId(Columns.id(row, "id")))
                .list();
    }

    private Optional<Order> take() {
        UUID worker = UUID.randomUUID();
        Instant now = clock.instant();
        try {
            return Optional.ofNullable(transaction.execute(_ -> {
                jdbc.sql("""
                        UPDATE catalogue_edition
                           SET state = CASE WHEN attempts < :most THEN 'WAITING' ELSE 'FAILED' END, worker = NULL, alive_at = NULL
                         WHERE state = 'AT_WORK' AND alive_at < :silent""")
                        .param("most", MOST_ATTEMPTS)
                        .param("silent", Columns.moment(now.minus(SILENCE)))
                        .update();
                return jdbc.sql("""
                        UPDATE catalogue_edition
                           SET state = 'AT_WORK', worker = :worker, alive_at = :now, attempts = attempts + 1, done = 0
                         WHERE id = (SELECT id FROM catalogue_edition
                                      WHERE state = 'WAITING'
                                        AND NOT EXISTS (SELECT FROM catalogue_edition WHERE state = 'AT_WORK')
                                      ORDER BY of_house DESC, wanted_at, id
                                      LIMIT 1
                                        FOR UPDATE SKIP LOCKED)
                        RETURNING id, filter, language, wanted_by, attempts""")
                        .param("worker", worker)
                        .param("now", Columns.moment(now))
                        .query((row, _) -> new Order(
                                new EditionId(Columns.id(row, "id")),
                                KeptEditions.filter(row.getString("filter")),
                                Columns.language(row, "language"),
                                Columns.person(row, "wanted_by"),
                                row.getInt("attempts"),
                                worker))
                        .optional()
                        .orElse(null);
            }));
        } catch (DuplicateKeyException somebodyElse) {
            return Optional.empty();
        }
    }

    /** @return whether there is any sense in going on with the next */
    private boolean make(Order order) {
        Path draft = null;
        try {
            draft = Files.createTempFile("catalogue", ".pdf");
            Made made = book.make(order.filter, order.language, clock.instant(), draft, new Told(order));
            keep(order, made, draft);
            return true;
        } catch (NotOurs left) {
            return true;
        } catch (Stopped closing) {
            giveBack(order, false);
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException | RuntimeException failed) {
            log.warn("Edition {} could not be made, attempt {}", order.id, order.attempt, failed);
            giveBack(order, true);
            return true;
        } finally {
            discard(draft);
        }
    }

    private void keep(Order order, Made made, Path draft) throws IOException {
        Instant now = clock.instant();
        String name = "catalogue-" + order.language.code() + "-" + house.day(now) + ".pdf";
        StoredFile file;
        try (InputStream in = Files.newInputStream(draft)) {
            file = files.keep(order.wantedBy, new FileOwner(EditionFiles.MODULE, order.id.value()), name, PDF, in);
        }
        boolean ours = Boolean.TRUE.equals(transaction.execute(_ -> {
            int settled = jdbc.sql("""
                    UPDATE catalogue_edition
                       SET state = 'WHOLE', worker = NULL, alive_at = NULL, done = :entries, entries = :entries, pages = :pages,
                           file = :file, size = :size, made_at = :now
                     WHERE id = :id AND worker = :worker""")
                    .param("entries", made.entries())
                    .param("pages", made.pages())
                    .param("file", file.id().value())
                    .param("size", file.size())
                    .param("now", Columns.moment(now))
                    .param("id", order.id.value())
                    .param("worker", order.worker)
                    .update();
            sweep.trim(order.wantedBy);
            live.changed(Catalogues.topic());
            return settled == 1;
        }));
        if (!ours) {
            files.remove(file.id());
        }
    }

    private void giveBack(Order order, boolean failed) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("""
                    UPDATE catalogue_edition
                       SET state = CASE WHEN :failed AND attempts >= :most THEN 'FAILED' ELSE 'WAITING' END,
                           attempts = CASE WHEN :failed THEN attempts ELSE attempts - 1 END,
                           worker = NULL, alive_at = NULL
                     WHERE id = :id AND worker = :worker""")
                    .param("failed", failed)
                    .param("most", MOST_ATTEMPTS)
                    .param("id", order.id.value())
                    .param("worker", order.worker)
                    .update();
            live.changed(Catalogues.topic());
        });
    }

    private static void discard(@Nullable Path draft) {
        if (draft != null) {
            try {
                Files.deleteIfExists(draft);
            } catch (IOException left) {
                // The system clears its temporary folder.
            }
        }
    }

    /** Says how far a book is, and so that somebody is at work on it; not more often than anybody could see. */
    private final class Told implements Progress {

        private final Order order;
        private Instant last = Instant.EPOCH;

        private Told(Order order) {
            this.order = order;
        }

        @Override
        public void set(int done, int all) {
            if (Thread.interrupted()) {
                throw new Stopped();
            }
            Instant now = clock.instant();
            if (done > 0 && done < all && now.isBefore(last.plus(BETWEEN_WORDS))) {
                return;
            }
            last = now;
            transaction.executeWithoutResult(_ -> {
                int ours = jdbc.sql("""
                        UPDATE catalogue_edition SET done = :done, entries = :all, alive_at = :now
                         WHERE id = :id AND worker = :worker""")
                        .param("done", done)
                        .param("all", all)
                        .param("now", Columns.moment(now))
                        .param("id", order.id.value())
                        .param("worker", order.worker)
                        .update();
                if (ours == 0) {
                    throw new NotOurs();
                }
                live.changed(Catalogues.topic());
            });
        }
    }
}
