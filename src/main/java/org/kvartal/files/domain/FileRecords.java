package org.kvartal.files.domain;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.kernel.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody has brought. A file goes with what it belongs to, by the module that owns that; here its bringer is an id. */
@Component
class FileRecords extends PersonalRecords {

    FileRecords(JdbcClient jdbc) {
        super("files", jdbc);
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of(Map.entry("files", """
                        SELECT created_at AS "when", name, type, size FROM stored_file
                         WHERE uploader = :person AND module <> 'own-data' ORDER BY id
                        """));
    }

    @Override
    protected List<String> erasing() {
        return List.of();
    }

    @Override
    public void copy(Subject subject, Copy copy) {
        super.copy(subject, copy);
        jdbc().sql("SELECT id FROM stored_file WHERE uploader = :person AND module <> 'own-data' ORDER BY id")
                .param("person", subject.person().value())
                .query(UUID.class)
                .list()
                .forEach(copy::file);
    }
}
