package org.kvartal.pages.domain;

import java.util.List;
import java.util.Map;
import org.kvartal.kernel.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody wrote in the name of the house stays the house's. */
@Component
class PagesRecords extends PersonalRecords {

    PagesRecords(JdbcClient jdbc) {
        super("pages", jdbc);
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of(Map.entry("pages", """
                        SELECT changed_at AS "when", page AS kind, text FROM standing_page
                         WHERE changed_by = :person ORDER BY page
                        """), Map.entry("news", """
                        SELECT written_at AS "when", title, text, picture_text AS content, state FROM news
                         WHERE written_by = :person ORDER BY number
                        """));
    }

    @Override
    protected List<String> erasing() {
        return List.of();
    }
}
