package org.kvartal.imports.domain;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.TurnableClock;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.Imports;
import org.kvartal.imports.Imports.ImportCard;
import org.kvartal.imports.Imports.NewImport;
import org.kvartal.imports.Imports.RowKey;
import org.kvartal.imports.Imports.RowLine;
import org.kvartal.imports.OfficeChair;
import org.kvartal.imports.RowState;
import org.kvartal.imports.Streets;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** A house that takes streets, in which the test itself does the work of the jobs, one stretch after the other. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, module = "imports")
@Import({Streets.Quarter.class, OfficeChair.class, IdleJobs.class, TurnableClock.Hands.class, SqlCounter.class})
@TestInstance(Lifecycle.PER_METHOD)
abstract class ImportingHouse {

    @Autowired
    Imports imports;

    @Autowired
    Porter porter;

    @Autowired
    Streets streets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TurnableClock clock;

    final Asker officer = Asker.of(PersonId.next());

    /** With what the codes of this test begin. */
    final String quarter = "Q" + Ids.next().toString().replace("-", "") + "-";

    @BeforeEach
    void theOfficerMayImport() {
        streets.allow(officer);
    }

    @AfterEach
    void theHouseIsCalmAgain() {
        streets.behave();
    }

    /** A file of streets with these numbers. */
    String file(int from, int to) {
        return "Code;Name;City;Built in\n"
                + IntStream.rangeClosed(from, to).mapToObj(this::row).collect(Collectors.joining());
    }

    String row(int number) {
        return "%s%06d;Street %d;Sofia;1912\n".formatted(quarter, number, number);
    }

    String code(int number) {
        return "%s%06d".formatted(quarter, number);
    }

    ImportId take(String file) {
        return take(officer, file);
    }

    ImportId take(Asker by, String file) {
        ImportId id = ImportId.next();
        imports.take(by, wish(id, file));
        return id;
    }

    static NewImport wish(ImportId id, String file) {
        return new NewImport(
                id,
                "streets",
                "streets.csv",
                Language.EN,
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    ImportId taken(String file) {
        ImportId id = take(file);
        work(id);
        return id;
    }

    ImportId broughtIn(String file) {
        ImportId id = taken(file);
        imports.bringIn(officer, id);
        work(id);
        return id;
    }

    void takeBack(ImportId id) {
        imports.takeBack(officer, id);
        work(id);
    }

    /** Does what a job does. */
    void work(ImportId id) {
        boolean more = true;
        while (more) {
            more = porter.goOn(id.value());
        }
    }

    ImportCard card(ImportId id) {
        return imports.find(officer, id).orElseThrow();
    }

    List<RowLine> rows(ImportId id, RowState... states) {
        return imports.rows(officer, id, List.of(states), new RowKey.After(0), 500)
                .rows();
    }

    /** What the counts of an import should be. */
    Map<RowState, Integer> recounted(ImportId id) {
        Map<RowState, Integer> counts = new EnumMap<>(RowState.class);
        jdbc.sql("SELECT state, count(*) AS number FROM import_row WHERE batch = ? GROUP BY state")
                .param(id.value())
                .query((row, _) -> counts.put(RowState.valueOf(row.getString("state")), row.getInt("number")))
                .list();
        return counts;
    }

    List<String> codesInTheHouse() {
        return streets.codes(quarter);
    }

    int remembered(UUID batch) {
        return jdbc.sql("SELECT count(*) FROM import_memory WHERE batch = ?")
                .param(batch)
                .query(Integer.class)
                .single();
    }
}
