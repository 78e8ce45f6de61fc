package org.kvartal.advocacy.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.kvartal.advocacy.MeasureState;
import org.kvartal.advocacy.Position;
import org.kvartal.advocacy.Recommendations.Figures;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.springframework.stereotype.Component;

/** What recommendations came to, as charts. */
@Component
class Charts {

    private static final Map<Position, String> POSITIONS = Map.of(
            Position.ACCEPTED,
            "done",
            Position.PARTLY,
            "done",
            Position.NOTED,
            "waiting",
            Position.REFUSED,
            "late",
            Position.NOT_COMPETENT,
            "plain",
            Position.NO_REPLY,
            "late");

    private final Messages messages;

    Charts(Messages messages) {
        this.messages = messages;
    }

    /** What addressees said, and what is still waited for. */
    Chart answers(Figures figures, Language language) {
        SequencedMap<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> styles = new HashMap<>();
        for (Position position : Position.values()) {
            String label = messages.text(language, "advocacy.position." + Code.of(position));
            counts.put(label, figures.positions().getOrDefault(position, 0));
            styles.put(label, POSITIONS.getOrDefault(position, "plain"));
        }
        String waiting = messages.text(language, "advocacy.lateness.waiting");
        counts.put(waiting, figures.waiting() - figures.late());
        styles.put(waiting, "waiting");
        String late = messages.text(language, "advocacy.lateness.late");
        counts.put(late, figures.late());
        styles.put(late, "late");
        return Chart.of(messages.text(language, "advocacy.public.answers"), counts, styles);
    }

    /** How far measures are. */
    Chart measures(Figures figures, Language language) {
        SequencedMap<String, Integer> counts = new LinkedHashMap<>();
        Map<String, String> styles = new HashMap<>();
        for (MeasureState state : MeasureState.values()) {
            String label = messages.text(language, "advocacy.measure-state." + Code.of(state));
            counts.put(label, figures.measures().getOrDefault(state, 0));
            styles.put(label, style(state));
        }
        return Chart.of(messages.text(language, "advocacy.public.how-far"), counts, styles);
    }

    static String style(MeasureState state) {
        return switch (state) {
            case VERIFIED_IMPLEMENTED, VERIFIED_PARTLY -> "done";
            case VERIFIED_NOT -> "late";
            case COMMITTED, IN_PROGRESS, REPORTED_DONE -> "waiting";
            case PLANNED, ON_HOLD, CANCELLED -> "plain";
        };
    }
}
