package org.kvartal.accounts.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Somebody who sends requests a byte at a time holds nothing that others wait for (F12 of the promises). */
class SlowRequestsTests extends OverHttp {

    /** More than a pool of threads would serve. */
    private static final int CONNECTIONS = 300;

    @Test
    void hundredsOfHalfSentFormsKeepNobodyWaiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                slow.add(beginForm());
            }

            var answer = CompletableFuture.supplyAsync(() -> browser.get("/en/sign-up"));

            assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private Socket beginForm() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.getOutputStream().write("""
                POST /sign-in HTTP/1.1\r
                Host: localhost:%d\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: 500\r
                \r
                e""".formatted(port).getBytes(US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }
}
