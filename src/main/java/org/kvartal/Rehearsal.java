package org.kvartal;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The launcher's training run: starts like any other run, asks itself for the pages that a first visitor opens, and closes. The
 * JVM writes down what that took, and the next start is seconds faster.
 *
 * @see "Decision record 0040, Fast starts"
 */
@Component
@ConditionalOnBooleanProperty("kvartal.rehearsal")
class Rehearsal {

    private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);
    private static final int ROUNDS = 20;
    private static final List<String> FIRST_PAGES =
            List.of("/", "/en", "/ru", "/en/threads", "/sign-in", "/app", "/sitemap.xml");

    @EventListener
    void on(ApplicationReadyEvent ready) {
        ConfigurableApplicationContext house = ready.getApplicationContext();
        String port = house.getEnvironment().getRequiredProperty("local.server.port");
        for (int round = 0; round < ROUNDS; round++) {
            for (String page : FIRST_PAGES) {
                ask("http://127.0.0.1:" + port + page);
            }
        }
        // On a thread of its own: closing waits for the thread that started the house.
        Thread.ofPlatform().start(() -> System.exit(SpringApplication.exit(house)));
    }

    private static void ask(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(10_000);
            connection.setReadTimeout(10_000);
            if (connection.getResponseCode() < 400) {
                connection.getInputStream().readAllBytes();
            }
            connection.disconnect();
        } catch (IOException e) {
            log.info("The rehearsal got no answer from {}: {}", address, e.toString());
        }
    }
}
