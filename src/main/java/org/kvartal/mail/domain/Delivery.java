package org.kvartal.mail.domain;

import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.kvartal.mail.PostalRest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hands the waiting letters to the mail server, over one connection and over a few where many wait, and notes what became of each. A round
 * begins when a letter was posted on this node and, for what waits to be tried again, every few seconds.
 *
 * @see "Decision record 0020, letters"
 */
@Component
class Delivery {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);

    /** Kept with a letter of which no server has heard, since the house failed with it; screens say that in the reader's language. */
    static final String UNWRITTEN = "the house could not write or hand over this letter";

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"'`:;,()\\[\\]]+@[^\\s<>\"'`:;,()]+");

    /** After so many letters over one connection, others are opened beside it. */
    private static final int FEW = 10;

    /** Mail servers close their doors to whoever comes with many at once: usually ten to twenty. */
    private static final int CONNECTIONS = 4;

    /** An interrupt closes the connection of a virtual thread: what the server has just taken would be sent again. */
    private static final ThreadFactory BESIDE =
            Thread.ofPlatform().name("letters-beside").daemon().factory();

    private final Outbox outbox;
    private final LetterWriter writer;
    private final MailRoute route;
    private final List<PostalRest> rests;
    private final ReentrantLock round = new ReentrantLock();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ExecutorService postman = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("letters").daemon().factory());
    private volatile boolean closing;

    Delivery(Outbox outbox, LetterWriter writer, MailRoute route, List<PostalRest> rests) {
        this.outbox = outbox;
        this.writer = writer;
        this.route = route;
        this.rests = rests;
    }

    @EventListener
    void on(Outbox.LetterPosted posted) {
        if (asked.compareAndSet(false, true)) {
            try {
                postman.execute(() -> {
                    asked.set(false);
                    round.lock();
                    try {
                        deliver();
                    } catch (RuntimeException failed) {
                        log.warn("Letters wait: {}", failed.toString());
                    } finally {
                        round.unlock();
                    }
                });
            } catch (RejectedExecutionException closing) {
                log.debug("The house closes; the next start sends what waits");
            }
        }
    }

    /** Sends what is due, unless this node is busy sending already. */
    void deliverDue() {
        try {
            if (round.tryLock(1, TimeUnit.SECONDS)) {
                try {
                    deliver();
                } finally {
                    round.unlock();
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets each connection end the letter that it is at. */
    @PreDestroy
    void close() throws InterruptedException {
        closing = true;
        postman.shutdown();
        postman.awaitTermination(5, TimeUnit.SECONDS);
    }

    private void deliver() {
        boolean awaited = rests.stream().anyMatch(PostalRest::holds);
        Way way = route.now();
        try (ServerConnection connection = new ServerConnection(way)) {
            if (deliver(connection, awaited, FEW)) {
                // The server takes letters, and many wait: a server far away answers slowly, and others needn't wait
                // for it.
                try (ExecutorService beside = Executors.newThreadPerTaskExecutor(BESIDE)) {
                    for (int more = 1; more < CONNECTIONS; more++) {
                        beside.execute(() -> deliverBeside(way, awaited));
                    }
                    deliver(connection, awaited, Integer.MAX_VALUE);
                }
            }
        }
    }

    /** Takes no letter before the server takes the connection: one connection too many is no letter's fault. */
    private void deliverBeside(Way way, boolean awaited) {
        try (ServerConnection connection = new ServerConnection(way)) {
            if (connection.opens()) {
                deliver(connection, awaited, Integer.MAX_VALUE);
            } else {
                log.debug("The mail server takes no further connection");
            }
        } catch (RuntimeException failed) {
            log.warn("One connection less: {}", failed.toString());
        }
    }

    /**
     * Sends over one connection. A server that can't be reached ends it: the letter tried has its wait, the others keep their attempts.
     *
     * @return whether there may be more to send, and the server takes it
     */
    private boolean deliver(ServerConnection connection, boolean awaited, int most) {
        for (int sent = 0; sent < most; sent++) {
            Optional<PostedLetter> due = closing || Thread.currentThread().isInterrupted() || !connection.isUsable()
                    ? Optional.empty()
                    : outbox.take(awaited, connection.way().domain());
            if (due.isEmpty()) {
                return false;
            }
            send(due.get(), connection);
        }
        return connection.isUsable();
    }

    private void send(PostedLetter letter, ServerConnection connection) {
        note(letter, attempt(letter, connection));
    }

    /** @return what to note of it */
    private Runnable attempt(PostedLetter letter, ServerConnection connection) {
        try {
            connection.send(written(letter, connection));
            return () -> outbox.sent(letter);
        } catch (AddressException unusable) {
            return () -> giveUp(letter, unusable.toString());
        } catch (MessagingException failed) {
            String reason = reason(failed);
            return isFinal(failed) ? () -> giveUp(letter, reason) : () -> retry(letter, reason);
        } catch (RuntimeException failed) {
            log.warn("Letter {} met a failure of the house: {}", letter.id(), nameless(failed.toString()));
            return () -> retry(letter, UNWRITTEN);
        }
    }

    /**
     * Notes what became of a letter, a second time where the first failed, and also where the house closes. What can't be noted counts as cut off: the letter
     * is tried again later under the same id, which is better than one that is lost.
     */
    private void note(PostedLetter letter, Runnable what) {
        // Whoever waits for a connection to the database gives up when interrupted.
        boolean interrupted = Thread.interrupted();
        try {
            try {
                what.run();
            } catch (RuntimeException failed) {
                log.debug("Noted a second time, since a connection to the database may have been broken", failed);
                what.run();
            }
        } catch (RuntimeException failed) {
            log.warn("What became of letter {} could not be noted: {}", letter.id(), failed.toString());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** @throws IllegalStateException where it can't be written: that is no answer of a mail server */
    private MimeMessage written(PostedLetter letter, ServerConnection connection) throws AddressException {
        try {
            return writer.write(letter, connection.way());
        } catch (AddressException unusable) {
            throw unusable;
        } catch (MessagingException unwritten) {
            throw new IllegalStateException(unwritten);
        }
    }

    private void retry(PostedLetter letter, String reason) {
        if (outbox.failed(letter, reason)) {
            log.info("Letter {} waits after attempt {}: {}", letter.id(), letter.attempt(), nameless(reason));
        } else {
            log.warn("Letter {} was given up after attempt {}: {}", letter.id(), letter.attempt(), nameless(reason));
        }
    }

    private void giveUp(PostedLetter letter, String reason) {
        outbox.dead(letter, reason);
        log.warn("Letter {} was refused for good: {}", letter.id(), nameless(reason));
    }

    /** Servers repeat whom it was for: that stays with the letter, and out of the log. */
    private static String nameless(String reason) {
        return ADDRESS.matcher(reason).replaceAll("…");
    }

    /**
     * Whether the server refused this very letter or its address for good (RFC 5321, replies 5yz). A refusal of the sender or of the
     * sign-in is a mistake in the house's settings, which may be mended tomorrow.
     */
    private static boolean isFinal(MessagingException failed) {
        for (@Nullable Exception cause = failed;
                cause instanceof MessagingException messaging;
                cause = messaging.getNextException()) {
            switch (cause) {
                case SMTPSenderFailedException sender -> {
                    return false;
                }
                case SMTPAddressFailedException address
                when isPermanent(address.getReturnCode()) -> {
                    return true;
                }
                case SMTPSendFailedException refused
                when isPermanent(refused.getReturnCode())
                        && (refused.getCommand() == null
                                || !refused.getCommand().startsWith("MAIL")) -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    private static boolean isPermanent(int replyCode) {
        return replyCode >= 500 && replyCode < 600;
    }

    private static String reason(MessagingException failed) {
        StringBuilder reason = new StringBuilder();
        for (@Nullable Exception cause = failed;
                cause != null;
                cause = cause instanceof MessagingException messaging ? messaging.getNextException() : null) {
            String message = String.valueOf(cause.getMessage()).strip();
            if (!(cause instanceof SendFailedException && message.equals("Invalid Addresses"))) {
                reason.append(reason.isEmpty() ? "" : "; ").append(message);
            }
        }
        return reason.toString().replaceAll("\\s+", " ");
    }
}
