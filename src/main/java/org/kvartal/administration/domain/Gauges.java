package org.kvartal.administration.domain;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.administration.HouseFigures;
import org.kvartal.administration.HouseFigures.Bite;
import org.kvartal.administration.HouseFigures.Database;
import org.kvartal.administration.HouseFigures.Disk;
import org.kvartal.administration.HouseFigures.Mail;
import org.kvartal.administration.HouseFigures.People;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.FailedFacts;
import org.kvartal.kernel.FailedJobs;
import org.kvartal.kernel.House;
import org.kvartal.mail.GivenUpLetters;
import org.kvartal.site.Limits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how the house fares. Asked again within a few seconds, it tells what it has read: a page that many keep open costs as much as one. */
@Component
class Gauges {

    /** Shorter than the time after which an open page asks again. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private static final Duration HERE = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final House house;
    private final BackupStanding keeping;
    private final GivenUpLetters letters;
    private final FailedFacts facts;
    private final FailedJobs jobs;
    private final @Nullable BuildProperties build;
    private final Instant begunAt;

    private volatile @Nullable HouseFigures last;

    Gauges(
            JdbcClient jdbc,
            House house,
            BackupStanding keeping,
            GivenUpLetters letters,
            FailedFacts facts,
            FailedJobs jobs,
            ObjectProvider<BuildProperties> build,
            Clock clock) {
        this.jdbc = jdbc;
        this.house = house;
        this.keeping = keeping;
        this.letters = letters;
        this.facts = facts;
        this.jobs = jobs;
        this.build = build.getIfAvailable();
        this.begunAt = clock.instant();
    }

    /** As they are now. */
    HouseFigures read(Instant now) {
        HouseFigures figures = new HouseFigures(
                now,
                build == null ? null : build.getVersion(),
                build == null ? null : build.getTime(),
                begunAt,
                disk(),
                database(),
                keeping.stand(now),
                mail(),
                facts.count(),
                jobs.count(),
                people(now),
                limits());
        last = figures;
        return figures;
    }

    /** As they are now, or were a few seconds ago. */
    HouseFigures recent(Instant now) {
        HouseFigures known = last;
        return known != null
                        && known.at().plus(FRESH).isAfter(now)
                        && !known.at().isAfter(now)
                ? known
                : read(now);
    }

    private Disk disk() {
        try {
            FileStore disk = Files.getFileStore(existing(house.data().toAbsolutePath()));
            return new Disk(disk.getUsableSpace(), disk.getTotalSpace());
        } catch (IOException unreadable) {
            return new Disk(0, 0);
        }
    }

    /** The folder itself is made with the first file. */
    private static Path existing(Path folder) {
        Path place = folder;
        while (!Files.exists(place) && place.getParent() != null) {
            place = place.getParent();
        }
        return place;
    }

    private Database database() {
        return jdbc.sql("""
                SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes,
                       (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
                       current_setting('max_connections')::int AS most
                """)
                .query((row, _) -> new Database(
                        house.embedded(),
                        row.getString("version"),
                        row.getLong("bytes"),
                        row.getInt("connections"),
                        row.getInt("most")))
                .single();
    }

    private Mail mail() {
        GivenUpLetters.Counts counts = letters.counts();
        return new Mail(counts.waiting(), counts.waitingSince(), counts.sent(), counts.givenUp());
    }

    private People people(Instant now) {
        return jdbc.sql("""
                SELECT count(DISTINCT person) AS signed_in, count(DISTINCT person) FILTER (WHERE seen_at > :here) AS here
                  FROM sign_in WHERE expires_at > :now
                """)
                .param("now", Columns.moment(now))
                .param("here", Columns.moment(now.minus(HERE)))
                .query((row, _) -> new People(row.getLong("signed_in"), row.getLong("here")))
                .single();
    }

    private static List<Bite> limits() {
        return Limits.lastDay().entrySet().stream()
                .map(limit -> new Bite(limit.getKey(), limit.getValue()))
                .toList();
    }
}
