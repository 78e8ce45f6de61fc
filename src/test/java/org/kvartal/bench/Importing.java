package org.kvartal.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.ListenerNotFoundException;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.Grant;
import org.kvartal.accounts.Grants;
import org.kvartal.accounts.Role;
import org.kvartal.accounts.Scope;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.Imports;
import org.kvartal.imports.Imports.ImportCard;
import org.kvartal.imports.Imports.NewImport;
import org.kvartal.imports.RowState;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;

/** Brings in a large table as the office does, and watches the heap meanwhile. */
final class Importing {

    private final Imports imports;
    private final Arrivals arrivals;
    private final Grants grants;

    Importing(Imports imports, Arrivals arrivals, Grants grants) {
        this.imports = imports;
        this.arrivals = arrivals;
        this.grants = grants;
    }

    /** @param kind of the table: associations or people */
    record Order(String kind, int rows) {}

    /**
     * @param read until the file was kept, in seconds
     * @param checked until each row had its verdict
     * @param broughtIn until all had come in
     * @param again until the same file once more was found to change nothing
     * @param takenBack until all was gone again
     * @param made how many rows came in
     * @param same how many rows of the second file were known
     * @param gone how many were taken back
     * @param heapBefore bytes alive before
     * @param heapAtMost bytes that a collection left at most meanwhile
     */
    record Outcome(
            double read,
            double checked,
            double broughtIn,
            double again,
            double takenBack,
            int made,
            int same,
            int gone,
            long heapBefore,
            long heapAtMost) {}

    Outcome run(Order order) throws InterruptedException, ListenerNotFoundException {
        Asker officer = officer();
        byte[] table = table(order.kind(), 0, order.rows());
        long before = BenchHouse.liveBytes();
        AtomicLong most = new AtomicLong(before);
        NotificationListener listener = (notification, _) -> most.accumulateAndGet(left(notification), Math::max);
        var collectors = ManagementFactory.getGarbageCollectorMXBeans();
        collectors.forEach(
                collector -> ((NotificationEmitter) collector).addNotificationListener(listener, null, null));
        long begin = System.nanoTime();
        ImportId id = take(officer, order.kind(), table);
        double read = since(begin);
        rests(officer, id);
        double checked = since(begin) - read;

        begin = System.nanoTime();
        imports.bringIn(officer, id);
        int made = rests(officer, id).count(RowState.MADE);
        double broughtIn = since(begin);

        begin = System.nanoTime();
        ImportId twin = take(officer, order.kind(), table);
        int same = rests(officer, twin).count(RowState.SAME);
        double again = since(begin);
        BenchHouse.liveBytes();

        begin = System.nanoTime();
        imports.takeBack(officer, id);
        int gone = rests(officer, id).count(RowState.TAKEN_BACK);
        double takenBack = since(begin);
        for (var collector : collectors) {
            ((NotificationEmitter) collector).removeNotificationListener(listener);
        }
        return new Outcome(read, checked, broughtIn, again, takenBack, made, same, gone, before, most.get());
    }

    /** Brings in the people of these rows and leaves them there. */
    void leave(int from, int to) throws InterruptedException {
        Asker officer = officer();
        ImportId id = take(officer, "people", table("people", from, to));
        rests(officer, id);
        imports.bringIn(officer, id);
        int made = rests(officer, id).count(RowState.MADE);
        if (made != to - from) {
            throw new IllegalStateException(made + " people came in of " + (to - from));
        }
    }

    private ImportId take(Asker officer, String kind, byte[] table) {
        ImportId id = ImportId.next();
        imports.take(officer, new NewImport(id, kind, "bench.csv", Language.EN, new ByteArrayInputStream(table)));
        return id;
    }

    private ImportCard rests(Asker officer, ImportId id) throws InterruptedException {
        while (true) {
            ImportCard card = imports.find(officer, id).orElseThrow();
            if (!card.state().atWork()) {
                return card;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    Asker officer() {
        PersonId person = PersonId.next();
        arrivals.bring(
                Filling.IMPORT, new Arrivals.Newcomer(person, "Officer", Language.EN, ZoneId.of("Europe/Sofia"), null));
        grants.give(Filling.IMPORT, new Grant(person, Role.OFFICER, Scope.PLATFORM, Instant.now(), null));
        return Asker.of(person);
    }

    private static byte[] table(String kind, int from, int to) {
        StringBuilder table = new StringBuilder();
        boolean people = kind.equals("people");
        table.append(
                people
                        ? "id,name,email,language,city,sectors\n"
                        : "id,name,name-ru,city,sectors,website,description,register,registration-number,"
                                + "representative,email,language\n");
        for (int row = from; row < to; row++) {
            if (people) {
                table.append("P%d,Иван Петров %d,person%d@example.org,bg,Пловдив,\"Музыка, Дизайн\"\n"
                        .formatted(row, row, row));
            } else {
                table.append(("A%d,Association of weavers %d,Объединение ткачей %d,Sofia,\"Craft, Design\","
                                + "weavers%d.example.org,We weave together.,BG,%09d,Ада Ткач,rep%d@example.org,ru\n")
                        .formatted(row, row, row, row, row + 1, row));
            }
        }
        return table.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** What a collection has left on the heap. */
    private static long left(javax.management.Notification notification) {
        Set<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(pool -> pool.getName())
                .collect(Collectors.toSet());
        return GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                .getGcInfo()
                .getMemoryUsageAfterGc()
                .entrySet()
                .stream()
                .filter(pool -> heap.contains(pool.getKey()))
                .map(Map.Entry::getValue)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
