package org.kvartal.bench;

import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.kvartal.administration.BackupReason;
import org.kvartal.administration.domain.BackupRoom;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Schema;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** More of {@link BenchHouse}'s doors: for backups. */
@Configuration(proxyBeanMethods = false)
class KeepDoors {

    /** @param count files of {@code size} bytes that nothing packs */
    record FileOrder(int count, int size) {}

    /** @param folder where the backup is made */
    record KeepOrder(String folder) {}

    /** @param peakHeap the most that the heap held meanwhile, in bytes */
    record Kept(String file, double seconds, long size, long rows, long files, long peakHeap) {}

    @Bean
    RouterFunction<ServerResponse> keepRoutes(Files files, Schema schema, House house, Clock clock) {
        return RouterFunctions.route()
                .POST(BenchHouse.DOORS + "/files", request -> answer(fill(files, request.body(FileOrder.class))))
                .POST(
                        BenchHouse.DOORS + "/keep",
                        request -> answer(
                                keep(new BackupRoom(schema, house.data(), clock), request.body(KeepOrder.class))))
                .build();
    }

    private static ServerResponse answer(Object body) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private static int fill(Files files, FileOrder order) {
        byte[] bytes = new byte[order.size];
        Random random = new Random(9);
        for (int file = 0; file < order.count; file++) {
            random.nextBytes(bytes);
            files.keep(
                    new FileOwner("bench", Ids.next()),
                    "measured-" + file + ".zip",
                    "application/zip",
                    new ByteArrayInputStream(bytes));
        }
        return order.count;
    }

    private static Kept keep(BackupRoom room, KeepOrder order) {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        long begin = System.nanoTime();
        BackupRoom.Made made = room.keepIn(Path.of(order.folder), BackupReason.WISH);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long peak =
                heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        return new Kept(made.file().toString(), seconds, made.size(), made.rows(), made.files(), peak);
    }
}
