package org.kvartal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.util.FileSystemUtils;

/** A large house is backed up while people post, and restored by the command, each with 512 MB of heap. */
final class KeepTrial {

    private static final int THREADS = 200;
    private static final int POSTS = 500;
    private static final int FILES = 100;
    private static final int FILE_SIZE = 10_000_000;
    private static final int WRITERS = 4;
    private static final int SECONDS = 30;
    private static final double MEGABYTE = 1e6;

    private final Path folder;
    private final List<String> heap;

    KeepTrial(Path folder, List<String> heap) {
        this.folder = folder;
        this.heap = heap;
    }

    List<Figure> measure() throws IOException, InterruptedException, ExecutionException {
        KeepDoors.Kept kept;
        WritingTrial.Outcome alone;
        WritingTrial.Outcome beside;
        try (HouseProcess house = HouseProcess.start(Program.withDoors(heap), folder.resolve("house"))) {
            Filling.Filled filled =
                    house.ask("fill", new Filling.Order(null, THREADS, POSTS, 0, WRITERS), Filling.Filled.class);
            house.ask("files", new KeepDoors.FileOrder(FILES, FILE_SIZE), Integer.class);
            WritingTrial.Order order =
                    new WritingTrial.Order(filled.space(), filled.accounts(), WRITERS, false, false, SECONDS);
            alone = house.ask("write", order, WritingTrial.Outcome.class);
            try (var meanwhile = Executors.newSingleThreadExecutor()) {
                Future<WritingTrial.Outcome> writing =
                        meanwhile.submit(() -> house.ask("write", order, WritingTrial.Outcome.class));
                // The writers warm up for a third of their time, which is not measured.
                Thread.sleep(SECONDS * 1_000L / 3);
                kept = house.ask(
                        "keep", new KeepDoors.KeepOrder(folder.resolve("kept").toString()), KeepDoors.Kept.class);
                beside = writing.get();
            }
        }
        double restored = restore(kept);
        double megabytes = kept.size() / MEGABYTE;
        return List.of(
                Figure.told("KEEP", "posts and files in the house", (double) (kept.rows() + kept.files()), "rows"),
                Figure.told("KEEP", "size of the backup", megabytes, "MB"),
                Figure.told("KEEP", "backup while four people post", kept.seconds(), "s"),
                Figure.told("KEEP", "backup", megabytes / kept.seconds(), "MB/s"),
                Figure.atMost("KEEP", "peak heap of the house meanwhile", kept.peakHeap() / MEGABYTE, "MB", 537, 450),
                Figure.told("KEEP", "a post without a backup, p95", alone.p95(), "ms"),
                Figure.atMost("KEEP", "a post during a backup, p95 ÷ without", beside.p95() / alone.p95(), "×", 4, 2),
                Figure.told(
                        "KEEP",
                        "restoration with all checks, a server's start included, 512 MB of heap",
                        restored,
                        "s"),
                Figure.told("KEEP", "restoration", megabytes / restored, "MB/s"));
    }

    private double restore(KeepDoors.Kept kept) throws IOException, InterruptedException {
        Path restored = folder.resolve("restored");
        long begin = System.nanoTime();
        Program.keep(heap, "restore", kept.file(), "--kvartal.data=" + restored);
        double seconds = (System.nanoTime() - begin) / 1e9;
        FileSystemUtils.deleteRecursively(restored);
        return seconds;
    }
}
