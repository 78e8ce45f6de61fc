package org.kvartal.administration.domain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import org.kvartal.files.ContentFolder;
import org.kvartal.kernel.Schema;
import org.kvartal.kernel.database.TrialDatabase;

/** A house of a few rows and files, made without the program, for what concerns backups alone. */
final class SmallHouse {

    final Schema schema;
    final Path data;
    final ContentFolder contents;

    private SmallHouse(Schema schema, Path data) {
        this.schema = schema;
        this.data = data;
        this.contents = new ContentFolder(data);
    }

    static SmallHouse filled(Path data) throws SQLException, IOException {
        SmallHouse house = new SmallHouse(TrialDatabase.migrated().schema(), data);
        house.execute("""
                INSERT INTO person (id, version, name, language, zone, joined_at)
                SELECT gen_random_uuid(), 0, 'Ёлка ' || n || E' \\\\ \\t„йод“ 🎻', 'ru', 'Europe/Sofia', now()
                  FROM generate_series(1, 500) n
                """);
        house.execute("""
                INSERT INTO sign_in (id, token_hash, person, remembered, browser, system, network, begun_at, seen_at, expires_at)
                SELECT gen_random_uuid(), sha256(id::text::bytea), id, true, 'B', E'line\\nbreak', 'N', now(), now(), now() FROM person LIMIT 5
                """);
        house.execute("""
                INSERT INTO audit_entry (at, actor_house, act, subject_kind, subject_id, details)
                SELECT now(), 'test', 'a.b', 'a.b', gen_random_uuid(), jsonb_build_object('n', n, 'слово', 'два') FROM generate_series(1, 37) n
                """);
        house.execute("INSERT INTO audit_reason (entry, reason) SELECT number, 'затем' FROM audit_entry LIMIT 3");
        for (int n = 0; n < 4; n++) {
            house.file("Отчёт за год " + n + ".txt", "Текст " + n);
        }
        return house;
    }

    static SmallHouse empty(Path data) {
        return new SmallHouse(TrialDatabase.empty().schema(), data);
    }

    String file(String name, String text) throws IOException, SQLException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] hash = Sha256.digest().digest(bytes);
        Path made = Files.createTempFile(contents.workbench(), "made", "");
        Files.write(made, bytes);
        contents.put(HexFormat.of().formatHex(hash), made);
        try (Connection connection = schema.connect();
                var content = connection.prepareStatement("INSERT INTO file_content VALUES (?, ?, now())");
                var file = connection.prepareStatement("""
                        INSERT INTO stored_file (id, module, object, name, type, sha256, size, created_at)
                        VALUES (?, 'test', ?, ?, 'text/plain', ?, ?, now())
                        """)) {
            content.setBytes(1, hash);
            content.setLong(2, bytes.length);
            content.executeUpdate();
            file.setObject(1, UUID.randomUUID());
            file.setObject(2, UUID.randomUUID());
            file.setString(3, name);
            file.setBytes(4, hash);
            file.setLong(5, bytes.length);
            file.executeUpdate();
        }
        return HexFormat.of().formatHex(hash);
    }

    void execute(String command) throws SQLException {
        try (Connection connection = schema.connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    String ask(String question) throws SQLException {
        try (Connection connection = schema.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
