package org.kvartal.membership.domain;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.People;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportState;
import org.kvartal.imports.Imports;
import org.kvartal.imports.Imports.ImportCard;
import org.kvartal.imports.Imports.NewImport;
import org.kvartal.imports.Imports.RowKey;
import org.kvartal.imports.Imports.RowLine;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.RowState;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.ImportInvitations;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.Members.MemberList;
import org.kvartal.membership.Members.MemberSearch;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;

/** An office that brings in tables; the house's own jobs do the work. */
abstract class ImportOffice extends MembershipHouse {

    @Autowired
    Imports imports;

    @Autowired
    ImportInvitations invitations;

    @Autowired
    Correspondence correspondence;

    @Autowired
    People people;

    /** What is in no other test's table. */
    final String own = Ids.next().toString().substring(19).replace("-", "");

    String email(String name) {
        return name + "-" + own + "@example.org";
    }

    static String table(String... rows) {
        return String.join("\r\n", rows) + "\r\n";
    }

    ImportId checked(String kind, String table) {
        return checked(kind, table, StandardCharsets.UTF_8);
    }

    ImportId checked(String kind, String table, Charset letters) {
        return checked(kind, table.getBytes(letters));
    }

    ImportId checked(String kind, byte[] file) {
        ImportId id = ImportId.next();
        imports.take(officer, new NewImport(id, kind, "table.csv", Language.EN, new ByteArrayInputStream(file)));
        return settled(id);
    }

    ImportId broughtIn(String kind, String table) {
        ImportId id = checked(kind, table);
        imports.bringIn(officer, id);
        return settled(id);
    }

    ImportId takenBack(ImportId id) {
        imports.takeBack(officer, id);
        return settled(id);
    }

    /** Waits for the jobs of the house. */
    ImportId settled(ImportId id) {
        await().atMost(Duration.ofSeconds(60)).until(() -> !card(id).state().atWork() && card(id).settledAt() != null);
        return id;
    }

    ImportCard card(ImportId id) {
        return imports.find(officer, id).orElseThrow();
    }

    ImportState state(ImportId id) {
        return card(id).state();
    }

    List<RowLine> rows(ImportId id) {
        return imports.rows(officer, id, List.of(), new RowKey.After(0), 500).rows();
    }

    List<RowState> states(ImportId id) {
        return rows(id).stream().map(RowLine::state).toList();
    }

    /** What is said beside a row, by column; of the whole row under an empty one. */
    static Map<String, String> problems(RowLine row) {
        return row.problems().stream()
                .collect(Collectors.toMap(
                        problem -> problem.column() == null ? "" : problem.column(),
                        RowProblem::key,
                        (one, other) -> one));
    }

    static Map<String, String> differences(RowLine row) {
        return row.differences().stream().collect(Collectors.toMap(one -> one.column(), one -> one.here()));
    }

    List<MemberCard> found(String name) {
        MemberList list = members.search(HOUSE, MemberSearch.named(name), Language.EN, null, 100);
        return list.resembling() ? List.of() : list.members();
    }

    void sendInvitations(ImportId id) {
        invitations.send(officer, id);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !invitations.round(officer, id).orElseThrow().atWork());
    }

    PersonId personAt(String email) {
        return correspondence.personAt(email).orElseThrow();
    }

    /** What an act sends to the database, without the delivery of facts to whoever listens: that is one by one, as always. */
    static List<String> statements(Runnable act) {
        return SqlCounter.during(act).stream()
                .filter(sql -> !sql.contains("EVENT_PUBLICATION"))
                .toList();
    }

    static byte[] marked(String table) {
        return ("\uFEFF" + table).getBytes(StandardCharsets.UTF_8);
    }
}
