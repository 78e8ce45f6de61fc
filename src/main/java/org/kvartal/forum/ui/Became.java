package org.kvartal.forum.ui;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeProgress.Progress;
import org.kvartal.forum.OutcomeState;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Bodies.BodyCard;
import org.kvartal.membership.BodyId;

/**
 * What came out of a session, and how it stands now.
 *
 * @param lines what the room has confirmed
 * @param own what the reader may say of that it is done: their tasks, and what was referred to their bodies
 */
record Became(String code, List<OutcomeLine> lines, Map<OutcomeId, Progress> progress, Set<OutcomeId> own) {

    static Became read(RoomTools tools, String code, Words words) {
        List<OutcomeLine> lines = tools.outcomes().of(words.asker(), code).stream()
                .filter(line -> line.state() == OutcomeState.CONFIRMED)
                .toList();
        return new Became(
                code,
                lines,
                tools.outcomes().progress(words.asker(), lines, words.language()),
                own(tools, lines, words));
    }

    private static Set<OutcomeId> own(RoomTools tools, List<OutcomeLine> lines, Words words) {
        PersonId reader = words.asker().person().orElse(null);
        if (reader == null) {
            return Set.of();
        }
        boolean referred = lines.stream().anyMatch(line -> line.bodyId() != null);
        Set<BodyId> bodies = referred
                ? tools.bodies().of(words.asker(), reader).stream()
                        .map(BodyCard::id)
                        .collect(Collectors.toSet())
                : Set.of();
        Set<OutcomeId> own = new HashSet<>();
        for (OutcomeLine line : lines) {
            BodyId body = line.bodyId();
            boolean task = line.person() != null && line.person().id().equals(reader);
            if (task || (body != null && bodies.contains(body))) {
                own.add(line.id());
            }
        }
        return own;
    }
}
