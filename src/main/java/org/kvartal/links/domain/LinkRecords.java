package org.kvartal.links.domain;

import java.util.List;
import java.util.Map;
import org.kvartal.kernel.PersonalRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links in letters to somebody: they open nothing any more. */
@Component
class LinkRecords extends PersonalRecords {

    LinkRecords(JdbcClient jdbc) {
        super("links", jdbc);
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of();
    }

    @Override
    protected List<String> erasing() {
        return List.of("""
                DELETE FROM link_token WHERE subject = :person::text OR subject ~* :address_pattern
                """);
    }
}
