package org.kvartal.advocacy.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Secret;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks whether the file of a letter is still the one that was signed. What is another one now nobody gets to read, and the office is told once. */
@Component
class LetterSeal {

    private static final Logger log = LoggerFactory.getLogger(LetterSeal.class);

    private final Files files;
    private final AdvocacyTasks tasks;
    private final AdvocacyTrail trail;
    private final JdbcClient jdbc;
    private final TransactionTemplate own;

    LetterSeal(
            Files files,
            AdvocacyTasks tasks,
            AdvocacyTrail trail,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.files = files;
        this.tasks = tasks;
        this.trail = trail;
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        // Whoever finds it may be reading only.
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Signed(FileId file, String hash, String code) {}

    private Optional<Signed> signed(DispatchId id) {
        return jdbc.sql("""
                SELECT d.letter, d.letter_hash, r.year, r.number
                  FROM dispatch d JOIN recommendation r ON r.id = d.recommendation
                 WHERE d.id = :id AND d.letter IS NOT NULL""")
                .param("id", id.value())
                .query((row, _) -> new Signed(
                        new FileId(Columns.id(row, "letter")),
                        String.valueOf(Stored.hex(row.getBytes("letter_hash"))),
                        RefCode.recommendation(row)))
                .optional();
    }

    /** Whether there is a signed letter, and its file is not the one that was signed. */
    boolean isBroken(DispatchId id) {
        return signed(id).filter(letter -> opened(id, letter) == null).isPresent();
    }

    /**
     * The bytes that were signed, empty where nothing was.
     *
     * @throws Refused if the file is another one now
     */
    Optional<byte[]> open(DispatchId id) {
        return signed(id).map(letter -> {
            byte[] bytes = opened(id, letter);
            if (bytes == null) {
                throw Refused.because("advocacy.refused.altered");
            }
            return bytes;
        });
    }

    private byte @Nullable [] opened(DispatchId id, Signed letter) {
        byte[] bytes = files.content(letter.file(), false)
                .map(content -> {
                    try {
                        return content.bytes().getContentAsByteArray();
                    } catch (IOException unread) {
                        throw new UncheckedIOException(unread);
                    }
                })
                .orElseGet(() -> new byte[0]);
        if (letter.hash().equals(Stored.hex(Secret.sha256(bytes)))) {
            return bytes;
        }
        own.executeWithoutResult(_ -> tell(id, letter));
        return null;
    }

    private void tell(DispatchId id, Signed letter) {
        int first = jdbc.sql("UPDATE dispatch SET altered = :file WHERE id = :id AND altered IS DISTINCT FROM :file")
                .param("file", letter.file().value())
                .param("id", id.value())
                .update();
        if (first > 0) {
            log.error("the file of letter {} is not the one that was signed", id);
            tasks.altered(id, letter.code());
            trail.dispatch(AdvocacyTrail.HOUSE, "advocacy.letter-altered", id);
        }
    }
}
