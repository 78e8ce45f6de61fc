package org.kvartal.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Guests that ask for pages as fast as they are answered, each over one kept connection. As bare as possible: the load generator
 * shares the machine with the server, and what it takes is missing there.
 */
final class HttpLoad {

    private HttpLoad() {}

    /** What a run brought. */
    record Outcome(long answers, double perSecond, Latencies latencies, long bytesPerAnswer) {}

    /**
     * Asks for pages over that many connections until the time is over.
     *
     * @param page the address for the n-th request
     * @throws IllegalStateException if any answer is not a 200
     */
    static Outcome run(int connections, Duration time, IntFunction<URI> page)
            throws InterruptedException, ExecutionException {
        AtomicInteger turn = new AtomicInteger();
        long last = System.nanoTime() + time.toNanos();
        return run(connections, () -> System.nanoTime() < last ? page.apply(turn.getAndIncrement()) : null);
    }

    /** Asks for each page once, in order, over that many connections. */
    static Outcome once(int connections, List<URI> pages) throws InterruptedException, ExecutionException {
        AtomicInteger turn = new AtomicInteger();
        return run(connections, () -> {
            int next = turn.getAndIncrement();
            return next < pages.size() ? pages.get(next) : null;
        });
    }

    private static Outcome run(int connections, Supplier<@Nullable URI> pages)
            throws InterruptedException, ExecutionException {
        Latencies latencies = new Latencies();
        long begin = System.nanoTime();
        long bytes = 0;
        try (var threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Long>> guests = new ArrayList<>();
            for (int guest = 0; guest < connections; guest++) {
                Callable<Long> work = () -> {
                    long read = 0;
                    URI page = pages.get();
                    if (page == null) {
                        return read;
                    }
                    try (Guest connection = new Guest(page)) {
                        for (; page != null; page = pages.get()) {
                            long asked = System.nanoTime();
                            read += connection.get(page);
                            latencies.add(System.nanoTime() - asked);
                        }
                    }
                    return read;
                };
                guests.add(threads.submit(work));
            }
            for (Future<Long> guest : guests) {
                bytes += guest.get();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        long answers = latencies.count();
        return new Outcome(answers, answers / seconds, latencies, answers == 0 ? 0 : bytes / answers);
    }

    /** One connection, kept as long as the server keeps it: Tomcat ends it after a hundred answers. */
    private static final class Guest implements AutoCloseable {

        private final byte[] sink = new byte[64 * 1024];
        private Socket socket = new Socket();
        private InputStream in = InputStream.nullInputStream();
        private OutputStream out = OutputStream.nullOutputStream();

        Guest(URI address) throws IOException {
            connect(address);
        }

        private void connect(URI address) throws IOException {
            socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), 10_000);
            socket.setSoTimeout(60_000);
            in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            out = socket.getOutputStream();
        }

        /** Asks and reads the whole answer; returns the length of its body. */
        long get(URI address) throws IOException {
            String path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
            out.write(("GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority()
                            + "\r\nAccept: text/html\r\nAccept-Language: en\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            String status = line();
            long length = -1;
            boolean chunked = false;
            boolean last = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Long.parseLong(lower.substring(15).strip());
                } else if (lower.startsWith("transfer-encoding:")) {
                    chunked = lower.contains("chunked");
                } else if (lower.startsWith("connection:")) {
                    last = lower.contains("close");
                }
            }
            long read = chunked ? chunks() : skip(length);
            if (!status.contains(" 200")) {
                throw new IllegalStateException(address + " answered " + status);
            }
            if (last) {
                socket.close();
                connect(address);
            }
            return read;
        }

        private long chunks() throws IOException {
            long read = 0;
            while (true) {
                long size = Long.parseLong(line().strip(), 16);
                read += skip(size);
                line();
                if (size == 0) {
                    return read;
                }
            }
        }

        private long skip(long length) throws IOException {
            long left = length;
            while (left > 0) {
                int read = in.read(sink, 0, (int) Math.min(left, sink.length));
                if (read < 0) {
                    throw new EOFException("the answer ended early");
                }
                left -= read;
            }
            return length;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder(64);
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException("the connection was closed");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
