package org.kvartal.accounts.web;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Duration;
import java.util.UUID;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.live.Live;

/**
 * What ties a session to its sign-in. When the sign-in is ended, on whichever node, the session ends too, so that an open page does
 * not go on being told what happens; it asks again, and is led to the sign-in page.
 */
final class SessionWatch implements HttpSessionBindingListener {

    /** A browser that signs out is on its way to another page: an end at once would call it back to this one. */
    private static final Duration LEAVING = Duration.ofSeconds(3);

    private final UUID signIn;
    private final Live.Listening listening;

    SessionWatch(HttpSession session, UUID signIn, Live live) {
        this.signIn = signIn;
        // Ending a session waits for what is being done in it: not on the thread that carries the news.
        this.listening =
                live.onChange(SignIns.topic(signIn), () -> Thread.ofVirtual().start(() -> endSoon(session)));
    }

    UUID signIn() {
        return signIn;
    }

    private static void endSoon(HttpSession session) {
        try {
            Thread.sleep(LEAVING);
            session.invalidate();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException alreadyEnded) {
            // As wanted.
        }
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        listening.close();
    }
}
