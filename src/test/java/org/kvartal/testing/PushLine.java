package org.kvartal.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The web socket by which an open page hears what it did not ask for. */
final class PushLine implements WebSocket.Listener {

    private final Consumer<String> heard;
    private final Runnable lost;
    private final StringBuilder waiting = new StringBuilder();
    private @Nullable WebSocket socket;

    private PushLine(Consumer<String> heard, Runnable lost) {
        this.heard = heard;
        this.lost = lost;
    }

    /**
     * @param heard gets each message of the program, one after the other
     * @param lost is told once the line is down without having been closed from here
     */
    static PushLine open(HttpClient client, URI address, String cookies, Consumer<String> heard, Runnable lost)
            throws IOException {
        PushLine line = new PushLine(heard, lost);
        try {
            line.socket = client.newWebSocketBuilder()
                    .header("Cookie", cookies)
                    .buildAsync(address, line)
                    .join();
        } catch (CompletionException refused) {
            throw new IOException("no web socket at " + address + ": " + refused.getCause(), refused);
        }
        return line;
    }

    void close() {
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        waiting.append(part);
        if (last) {
            read();
        }
        from.request(1);
        return null;
    }

    /** Each message comes behind its length; several may come together, or one in parts. */
    private void read() {
        while (true) {
            int bar = waiting.indexOf("|");
            if (bar < 0 || !digits(bar)) {
                if (bar < 0 && waiting.length() > 0 && !digits(waiting.length())) {
                    // A sign of life.
                    waiting.setLength(0);
                }
                return;
            }
            int length = Integer.parseInt(waiting, 0, bar, 10);
            if (waiting.length() < bar + 1 + length) {
                return;
            }
            String message = waiting.substring(bar + 1, bar + 1 + length);
            waiting.delete(0, bar + 1 + length);
            if (message.startsWith("{") || message.startsWith("for(;;);[")) {
                heard.accept(message);
            }
        }
    }

    private boolean digits(int until) {
        for (int place = 0; place < until; place++) {
            if (!Character.isDigit(waiting.charAt(place))) {
                return false;
            }
        }
        return until > 0;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        lost.run();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        lost.run();
    }
}
