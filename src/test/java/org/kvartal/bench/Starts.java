package org.kvartal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** B10: from {@code ./kvartal run} to the first page, everything built, on a house that has its data. */
final class Starts {

    private static final int TIMES = 5;

    private Starts() {}

    static List<Figure> measure(Path data) throws IOException, InterruptedException {
        Latencies starts = new Latencies();
        // The first start after a build may still prepare something.
        launch(data).close();
        for (int start = 0; start < TIMES; start++) {
            try (HouseProcess house = launch(data)) {
                starts.add(house.untilOpen().toNanos());
            }
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.atMost("B10", "./kvartal run to the first page, p50 of 5", starts.p50() / 1e3, "s", 4, 2));
        figures.add(Figure.told("B10", "./kvartal run to the first page, slowest of 5", starts.millis(1) / 1e3, "s"));
        return figures;
    }

    static HouseProcess launch(Path data) throws IOException, InterruptedException {
        return launch(data, HouseProcess.freePort());
    }

    static HouseProcess launch(Path data, int port) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                "./kvartal", "run", "--no-demo", "--port", Integer.toString(port), "--data", data.toString());
        return HouseProcess.await(command, port, Program.FOLDER.resolve("launched.log"));
    }
}
