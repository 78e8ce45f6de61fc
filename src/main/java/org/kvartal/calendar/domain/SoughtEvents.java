package org.kvartal.calendar.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.EventHosts;
import org.kvartal.calendar.EventHosts.Host;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.search.SearchAudiences;
import org.kvartal.search.SearchDocument;
import org.kvartal.search.SearchSource;
import org.kvartal.search.SoughtRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets entered events be found: what is published or was by everybody, the rest as {@link Sight#SEEN} says. */
@Configuration(proxyBeanMethods = false)
class SoughtEvents {

    private static final String DECIDERS = SearchAudiences.of("events", "deciders");

    @Bean
    SearchSource soughtEventRows(JdbcClient jdbc) {
        return new SoughtRows(
                jdbc, "event", "calendar.search.events", 80, false, "outside_event", """
                SELECT e.id, e.number, e.state, e.title, e.about, e.place, e.host, e.entered_by, e.first_at
                  FROM outside_event e WHERE e.id = ANY (:ids)""", SoughtEvents::event);
    }

    @Bean
    SearchAudiences eventSeekers(EventHosts hosts) {
        return asker -> seekers(hosts, asker);
    }

    private static Set<String> seekers(EventHosts hosts, Asker asker) {
        Set<String> mine = new HashSet<>();
        if (!(asker instanceof Asker.Guest)) {
            if (hosts.decides(asker)) {
                mine.add(DECIDERS);
            }
            hosts.of(asker).stream().map(Host::id).map(SoughtEvents::host).forEach(mine::add);
        }
        return mine;
    }

    private static String host(UUID organisation) {
        return SearchAudiences.of("host", organisation);
    }

    private static SearchDocument event(ResultSet row) throws SQLException {
        Set<String> audience = new HashSet<>();
        audience.add(DECIDERS);
        UUID host = Columns.idOrNull(row, "host");
        if (host != null) {
            audience.add(host(host));
        }
        UUID enteredBy = Columns.idOrNull(row, "entered_by");
        if (enteredBy != null) {
            audience.add(SearchAudiences.of("person", enteredBy));
        }
        String state = row.getString("state");
        if (state.equals("PUBLISHED") || state.equals("CANCELLED")) {
            audience.add(SearchAudiences.PUBLIC);
        }
        LocalizedText title = LocalizedText.stored(row.getString("title"));
        String about = row.getString("about");
        return SearchDocument.of(
                        Columns.id(row, "id"),
                        title,
                        CalendarPages.event(row.getLong("number")),
                        Columns.moment(row, "first_at"),
                        audience)
                .saying(SoughtRows.texts(
                        about == null ? null : LocalizedText.stored(about),
                        SoughtRows.text(title.source(), row.getString("place"))));
    }
}
