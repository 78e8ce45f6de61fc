package org.kvartal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.kvartal.seminars.Certificates;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.SeminarId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Issues the certificates of a large seminar at once, and watches the heap meanwhile. */
@Component
final class CertificatesTrial {

    /** How many before, so that the ones that are measured meet compiled code. */
    private static final int WARM = 20;

    private final Classroom classroom;
    private final Certificates certificates;
    private final JdbcClient jdbc;

    CertificatesTrial(Classroom classroom, Certificates certificates, JdbcClient jdbc) {
        this.classroom = classroom;
        this.certificates = certificates;
        this.jdbc = jdbc;
    }

    record Order(int people) {}

    /**
     * @param processor seconds that the processors worked for it
     * @param issued how many the command says that it has issued
     * @param standing how many stand afterwards with the file of their own
     * @param size bytes of all files
     * @param before bytes of the heap in use before
     * @param peak the most bytes that were in use, rubbish among them
     * @param kept the most bytes that were left after a collection
     */
    record Outcome(
            double seconds, double processor, int issued, int standing, long size, long before, long peak, long kept) {}

    Outcome issue(Order order) throws InterruptedException {
        Asker lead = classroom.lead();
        SeminarId warm = classroom.open(lead, WARM);
        certificates.issue(lead, warm, completed(warm, WARM));
        SeminarId seminar = classroom.open(lead, order.people);
        List<RegistrationId> all = completed(seminar, order.people);
        AtomicLong kept = new AtomicLong();
        long before = Heap.begin();
        try (var watch = Executors.newSingleThreadScheduledExecutor()) {
            var _ = watch.scheduleWithFixedDelay(
                    () -> kept.accumulateAndGet(Heap.collected(), Math::max), 20, 20, TimeUnit.MILLISECONDS);
            double worked = RoomDoors.cpuSeconds();
            long begin = System.nanoTime();
            int issued = certificates.issue(lead, seminar, all);
            double seconds = (System.nanoTime() - begin) / 1e9;
            worked = RoomDoors.cpuSeconds() - worked;
            long peak = Heap.peak();
            watch.shutdownNow();
            return standing(seminar, new Outcome(seconds, worked, issued, 0, 0, before, peak, kept.get()));
        }
    }

    /** Registrations as they stand when a seminar has ended and all have completed it. */
    private List<RegistrationId> completed(SeminarId seminar, int count) {
        List<RegistrationId> ids = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            ids.add(RegistrationId.next());
        }
        jdbc.sql("""
                INSERT INTO seminar_registration (id, seminar, person, name, language, state, answers, priority, late, reason, judged,
                       made_at, changed_at, version)
                SELECT id, :seminar, person, '', 'en', 'COMPLETED', '{}', 0, false, '', false, now(), now(), 0
                  FROM unnest(:ids::uuid[], :people::uuid[]) AS t (id, person)""")
                .param("seminar", seminar.value())
                .param("ids", ids.stream().map(RegistrationId::value).toArray(UUID[]::new))
                .param(
                        "people",
                        classroom.people(count).stream().map(PersonId::value).toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                UPDATE seminar SET state = 'FINISHED', ended_at = now(), feedback = false, hours = 8, topics = '{design,music}',
                       version = version + 1
                 WHERE id = :seminar""").param("seminar", seminar.value()).update();
        return ids;
    }

    private Outcome standing(SeminarId seminar, Outcome outcome) {
        return jdbc.sql("""
                SELECT count(*) AS standing, coalesce(sum(f.size), 0) AS size
                  FROM seminar_certificate c JOIN stored_file f ON f.id = c.file AND f.object = c.id AND f.sha256 = c.hash
                 WHERE c.seminar = :seminar AND c.state = 'ISSUED'""")
                .param("seminar", seminar.value())
                .query((row, _) -> new Outcome(
                        outcome.seconds,
                        outcome.processor,
                        outcome.issued,
                        row.getInt("standing"),
                        row.getLong("size"),
                        outcome.before,
                        outcome.peak,
                        outcome.kept))
                .single();
    }

    static List<Figure> figures(Order order, Outcome outcome) {
        return List.of(
                Figure.atMost(
                        "CERTIFICATES",
                        "certificates that are missing, or without the file they name",
                        2.0 * order.people - outcome.issued - outcome.standing,
                        "",
                        0,
                        0),
                Figure.told(
                        "CERTIFICATES", order.people + " certificates issued, each with its PDF", outcome.seconds, "s"),
                Figure.told("CERTIFICATES", "one of them", 1e3 * outcome.seconds / order.people, "ms"),
                Figure.told("CERTIFICATES", "processor, for one of them", 1e3 * outcome.processor / order.people, "ms"),
                Figure.told("CERTIFICATES", "the file of one", outcome.size / 1e3 / order.people, "kB"),
                Figure.told(
                        "CERTIFICATES",
                        "heap left after collections, more than before, at most",
                        Math.max(0, outcome.kept - outcome.before) / 1e6,
                        "MB"),
                Figure.told("CERTIFICATES", "peak of the heap, of 512 MB", outcome.peak / 1e6, "MB"));
    }
}
