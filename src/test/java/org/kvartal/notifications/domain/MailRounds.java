package org.kvartal.notifications.domain;

import org.springframework.boot.test.context.TestConfiguration;

/** Lets the letters go that are due, as the jobs do; for tests of modules that tell. */
@TestConfiguration(proxyBeanMethods = false)
public class MailRounds {

    private final LetterRound letters;
    private final DigestRound digests;

    MailRounds(LetterRound letters, DigestRound digests) {
        this.letters = letters;
        this.digests = digests;
    }

    /** Posts all that is due. */
    public void run() {
        letters.run();
        digests.run();
    }
}
