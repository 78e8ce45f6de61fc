package org.kvartal.mail.domain;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that speaks SMTP (RFC 5321) and treats the letters of each address as it was told to, then takes them. */
final class MoodyMailServer implements Closeable {

    enum Mood {
        /** "Try again later" (451) after RCPT. */
        GREYLISTS,
        /** "No such mailbox" (550) after RCPT. */
        KNOWS_NOBODY,
        /** "I don't take this" (554) after the content. */
        REFUSES_CONTENT,
        /** Takes the content and hangs up instead of saying so. */
        TAKES_AND_HANGS_UP,
        /** Never answers RCPT. */
        FALLS_SILENT,
        /** Takes the content, and says so once two connections have brought such a letter. */
        WAITS_FOR_COMPANY,
        /** Takes the content, and says so once it may. */
        WAITS_FOR_LEAVE
    }

    /** @param connection the number of the connection that brought it, from 1 */
    record Received(String recipient, String source, int connection) {

        MimeMessage message() {
            try {
                return new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(source.getBytes(StandardCharsets.ISO_8859_1)));
            } catch (MessagingException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
    }

    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Queue<Mood>> moods = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> company = ConcurrentHashMap.newKeySet();
    private final CountDownLatch met = new CountDownLatch(2);
    private final Map<String, CountDownLatch> leaves = new ConcurrentHashMap<>();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private volatile int most = Integer.MAX_VALUE;

    MoodyMailServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The next letters to the address meet these moods, one each; those after them are taken. */
    void treat(String recipient, Mood... next) {
        moods.put(recipient, new ArrayDeque<>(List.of(next)));
    }

    List<Received> to(String recipient) {
        return received.stream()
                .filter(one -> one.recipient().equals(recipient))
                .toList();
    }

    /** Lets it say that it has taken the letter to the address. */
    void give(String recipient) {
        leave(recipient).countDown();
    }

    /** "Too many connections" (421) to whoever comes beside so many. */
    void takeAtMost(int connections) {
        most = connections;
    }

    int turnedAway() {
        return turnedAway.get();
    }

    boolean isAlone() {
        return open.isEmpty();
    }

    int count() {
        return received.size();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : open) {
            client.close();
        }
    }

    private CountDownLatch leave(String recipient) {
        return leaves.computeIfAbsent(recipient, _ -> new CountDownLatch(1));
    }

    private void listen() {
        for (int number = 1; !socket.isClosed(); number++) {
            try {
                Socket client = socket.accept();
                open.add(client);
                int connection = number;
                boolean crowded = open.size() > most;
                Thread.ofVirtual().start(() -> talk(client, connection, crowded));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client, int connection, boolean crowded) {
        try (client;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
                PrintStream out = new PrintStream(client.getOutputStream(), true, StandardCharsets.ISO_8859_1)) {
            if (crowded) {
                out.print("421 4.7.0 too many connections\r\n");
                turnedAway.incrementAndGet();
                return;
            }
            out.print("220 moody ESMTP\r\n");
            String recipient = "";
            Mood mood = null;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(Locale.ROOT);
                switch (command) {
                    case "RCPT" -> {
                        recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                        mood = moods.getOrDefault(recipient, new ArrayDeque<>()).poll();
                        if (mood == Mood.FALLS_SILENT) {
                            in.readLine();
                            return;
                        }
                        out.print(
                                mood == Mood.GREYLISTS
                                        ? "451 4.7.1 greylisted, come back later\r\n"
                                        : mood == Mood.KNOWS_NOBODY ? "550 5.1.1 no such mailbox\r\n" : "250 ok\r\n");
                    }
                    case "DATA" -> {
                        out.print("354 go on\r\n");
                        StringBuilder source = new StringBuilder();
                        for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                            source.append(text.startsWith(".") ? text.substring(1) : text)
                                    .append("\r\n");
                        }
                        if (mood == Mood.REFUSES_CONTENT) {
                            out.print("554 5.7.1 looks like spam\r\n");
                            continue;
                        }
                        received.add(new Received(recipient, source.toString(), connection));
                        if (mood == Mood.TAKES_AND_HANGS_UP) {
                            return;
                        }
                        if (mood == Mood.WAITS_FOR_COMPANY) {
                            if (company.add(client)) {
                                met.countDown();
                            }
                            met.await();
                        }
                        if (mood == Mood.WAITS_FOR_LEAVE) {
                            leave(recipient).await();
                        }
                        out.print("250 taken\r\n");
                    }
                    case "QUIT" -> {
                        out.print("221 bye\r\n");
                        return;
                    }
                    default -> out.print("250 ok\r\n");
                }
            }
        } catch (IOException closed) {
            // the other side left
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }
}
