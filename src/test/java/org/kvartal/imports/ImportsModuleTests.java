package org.kvartal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.imports.Imports.ImportCard;
import org.kvartal.imports.Imports.NewImport;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** A table's whole way through the house, carried by its jobs. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@Import({Streets.Quarter.class, OfficeChair.class})
@TestInstance(Lifecycle.PER_METHOD)
class ImportsModuleTests {

    @Autowired
    Imports imports;

    @Autowired
    Streets streets;

    @Autowired
    Live live;

    @Autowired
    JdbcClient jdbc;

    private final Asker officer = Asker.of(PersonId.next());
    private final String quarter = "M" + Ids.next() + "-";

    @Test
    void aTableComesInIsFoundAgainAndGoesAgain() {
        streets.allow(officer);
        ImportId id = take(1_500);
        rests(id, ImportState.CHECKED);
        assertThat(card(id).counts()).isEqualTo(Map.of(RowState.NEW, 1_500));

        AtomicInteger news = new AtomicInteger();
        try (var _ = live.onChange(Imports.topic(id), news::incrementAndGet)) {
            imports.bringIn(officer, id);
            rests(id, ImportState.DONE);
            await().untilAsserted(() -> assertThat(news).hasPositiveValue());
        }
        assertThat(streets.codes(quarter)).hasSize(1_500);
        assertThat(card(id).counts()).isEqualTo(Map.of(RowState.MADE, 1_500));

        ImportId again = take(1_500);
        rests(again, ImportState.CHECKED);
        assertThat(card(again).counts()).isEqualTo(Map.of(RowState.SAME, 1_500));

        imports.takeBack(officer, id);
        rests(id, ImportState.TAKEN_BACK);
        assertThat(streets.codes(quarter)).isEmpty();
    }

    @Test
    void whatAKilledProgramLeftIsGoneOnWithByItself() {
        streets.allow(officer);
        ImportId id = take(150);
        rests(id, ImportState.CHECKED);
        // As a program leaves it that dies after the wish and before its job.
        jdbc.sql("""
                UPDATE import_batch SET state = 'BRINGING_IN', position = 0, done = 0, todo = 150,
                                        touched_at = touched_at - interval '1 hour'
                 WHERE id = ?""").param(id.value()).update();

        rests(id, ImportState.DONE);

        assertThat(streets.codes(quarter)).hasSize(150);
    }

    private ImportId take(int rows) {
        ImportId id = ImportId.next();
        String file = "Код;Название;Город\n"
                + IntStream.rangeClosed(1, rows)
                        .mapToObj(number -> "%s%06d;Улица %d;Пловдив\n".formatted(quarter, number, number))
                        .collect(Collectors.joining());
        imports.take(
                officer,
                new NewImport(
                        id,
                        "streets",
                        "улицы.csv",
                        Language.RU,
                        new ByteArrayInputStream(file.getBytes(Charset.forName("windows-1251")))));
        return id;
    }

    private void rests(ImportId id, ImportState state) {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(card(id).state()).isEqualTo(state));
    }

    private ImportCard card(ImportId id) {
        return imports.find(officer, id).orElseThrow();
    }
}
