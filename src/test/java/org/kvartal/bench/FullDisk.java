package org.kvartal.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kvartal.testing.SimulatedUser;

/** F10: the disk with the house's data runs full. It is a small file system in memory, which only the system's administrator can make. */
final class FullDisk {

    private static final int MEGABYTES = 600;
    private static final int RESERVE = 128;

    private FullDisk() {}

    /** Whether this machine lets us make one. */
    static boolean possible() throws IOException, InterruptedException {
        return Files.isExecutable(Path.of("/bin/mount")) && "0".equals(read("id", "-u"));
    }

    static List<Figure> measure(Path folder, List<String> flags) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", folder.toString());
        try {
            return onSmallDisk(folder, flags);
        } finally {
            run("umount", folder.toString());
        }
    }

    private static List<Figure> onSmallDisk(Path folder, List<String> flags) throws IOException, InterruptedException {
        Path rubbish = folder.resolve("rubbish");
        try (HouseProcess house = HouseProcess.start(
                Program.withDoors(flags), folder.resolve("house"), "--kvartal.disk-reserve=" + RESERVE + "MB")) {
            Filling.Filled filled = house.ask("fill", new Filling.Order(null, 2, 20, 0, 2), Filling.Filled.class);
            String cookies = SimulatedUser.signIn(house.address("/"), Filling.email(0), Filling.PASSWORD);
            String thread = "/en/threads/" + filled.threads().getFirst();
            fill(rubbish, folder);
            // The house looks once a second.
            TimeUnit.SECONDS.sleep(2);
            int guest = get(house, thread, "");
            int member = get(house, "/app/", cookies);
            boolean opens = opens(house, cookies, "threads/" + filled.threads().getFirst());
            int signIn = post(house);
            int ready = get(house, "/actuator/health/readiness", "");
            Files.delete(rubbish);
            long freed = System.nanoTime();
            boolean again = Crowd.until(60, () -> post(house) == 302);
            return List.of(
                    none("pages that a guest could not read", guest == 200 ? 0 : 1),
                    none("pages that a member could not read", member == 200 && opens ? 0 : 1),
                    none("writing that was not refused with 507 and a sentence", signIn == 507 ? 0 : 1),
                    none("house that calls itself not ready", ready == 200 ? 0 : 1),
                    Figure.atMost(
                            "F10",
                            "from room on the disk to what is saved again",
                            again ? (System.nanoTime() - freed) / 1e9 : Double.POSITIVE_INFINITY,
                            "s",
                            10,
                            3));
        }
    }

    private static void fill(Path rubbish, Path folder) throws IOException {
        long keep = 4L << 20;
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(rubbish)) {
            while (Files.getFileStore(folder).getUsableSpace() > keep + megabyte.length) {
                out.write(megabyte);
            }
        }
    }

    /** Signing in is a row in the database. */
    private static int post(HouseProcess house) {
        return status(HttpRequest.newBuilder(house.address("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("email=" + Filling.email(1) + "&password="
                        + Filling.PASSWORD.replace(" ", "+").replace(",", "%2C") + "&continue=&language=en"))
                .build());
    }

    private static int get(HouseProcess house, String path, String cookies) {
        HttpRequest.Builder request = HttpRequest.newBuilder(house.address(path));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        return status(request.build());
    }

    private static int status(HttpRequest request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return Visits.ask(client, request).status();
        }
    }

    private static boolean opens(HouseProcess house, String cookies, String path) throws InterruptedException {
        try {
            SimulatedUser user = SimulatedUser.open(house.address("/"), cookies, path);
            return user.find("kvartal-posts", "").isPresent();
        } catch (IOException refused) {
            System.err.println(refused.getMessage());
            return false;
        }
    }

    private static String read(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }

    private static Figure none(String what, long value) {
        return Figure.atMost("F10", what, (double) value, "", 0, 0);
    }
}
