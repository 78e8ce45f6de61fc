package org.kvartal.membership.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.Queue;
import org.kvartal.membership.Admissions.QueueFilter;
import org.kvartal.membership.Admissions.QueueRow;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.MembershipPages;
import org.kvartal.membership.Places;
import org.kvartal.membership.Places.Place;
import org.kvartal.shell.Icon;
import org.springframework.stereotype.Component;

/** Applications as lines of a list. */
@Component
class QueueLines {

    private final Admissions admissions;
    private final Places places;

    QueueLines(Admissions admissions, Places places) {
        this.admissions = admissions;
        this.places = places;
    }

    LongList.Part read(QueueFilter filter, Words words, @Nullable String key, int limit) {
        Queue queue = admissions.queue(words.asker(), filter, key, limit);
        return new LongList.Part(lines(queue.rows(), words), queue.next());
    }

    private List<Line> lines(List<QueueRow> rows, Words words) {
        Map<String, Place> cities = places.find(
                rows.stream().map(QueueRow::place).filter(Objects::nonNull).toList());
        return rows.stream().map(row -> line(row, cities, words)).toList();
    }

    private static Line line(QueueRow row, Map<String, Place> cities, Words words) {
        List<Line.Fact> facts = new ArrayList<>();
        facts.add(Line.Fact.of(words.of("application-kind", row.kind())));
        Place place = row.place() == null ? null : cities.get(row.place());
        if (place != null) {
            facts.add(Line.Fact.of(place.name(), words.language()));
        } else if (!row.city().isEmpty()) {
            facts.add(Line.Fact.of(row.city()));
        }
        if (row.kind() != ApplicationKind.PERSON && !row.applicant().equals(row.name())) {
            facts.add(Line.Fact.of(row.applicant()));
        }
        if (row.appealed()) {
            facts.add(Line.Fact.of(words.text("membership.app.appeal")));
        }
        return new Line(
                MembershipPages.application(row.number()),
                row.name(),
                null,
                null,
                badge(row, words),
                facts,
                row.reviewer() == null ? null : Line.Who.of(row.reviewer()),
                words.lasting(row.waited()));
    }

    /** What is being looked at says it by who has it. */
    private static Line.@Nullable Badge badge(QueueRow row, Words words) {
        String word = words.of("state", row.state());
        return switch (row.state()) {
            case SUBMITTED -> Line.Badge.of("waiting", Icon.CLOCK, words.text("membership.app.untaken"));
            case IN_REVIEW -> null;
            case MORE_INFO -> Line.Badge.of("plain", Icon.REPLY, word);
            case APPROVED -> Line.Badge.of("done", Icon.CHECK, word);
            case DECLINED -> Line.Badge.of("late", Icon.CLOSE, word);
            case DRAFT, WITHDRAWN, LAPSED -> Line.Badge.of("plain", Icon.INFO, word);
        };
    }
}
