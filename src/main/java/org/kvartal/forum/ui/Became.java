package org.kvartal.forum.ui;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeProgress.Progress;
import org.kvartal.forum.OutcomeState;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Bodies.BodyCard;
import org.kvartal.membership.BodyId;
import org.kvartal.trace.Step;
import org.kvartal.trace.TraceNode;

/**
 * What came out of a session, and how it stands now.
 *
 * @param lines what the room has confirmed
 * @param own what the reader may say of that it is done: their tasks, and what was referred to their bodies
 * @param trail how far items and outcomes have come
 */
record Became(
        String code,
        List<OutcomeLine> lines,
        Map<OutcomeId, Progress> progress,
        Set<OutcomeId> own,
        Map<TraceNode, Step> trail) {

    /** @param items that are shown beside it */
    static Became read(RoomTools tools, String code, Collection<ItemId> items, Words words) {
        List<OutcomeLine> lines = tools.outcomes().of(words.asker(), code).stream()
                .filter(line -> line.state() == OutcomeState.CONFIRMED)
                .toList();
        Set<TraceNode> nodes = Stream.concat(
                        items.stream().map(ItemId::traced),
                        lines.stream().map(line -> line.id().traced()))
                .collect(Collectors.toSet());
        return new Became(
                code,
                lines,
                tools.outcomes().progress(words.asker(), lines, words.language()),
                own(tools, lines, words),
                tools.trace().furthest(words.asker(), nodes, words.language()));
    }

    /** Where an outcome has come to beyond what its state says already; null for nowhere. */
    @Nullable Step beyond(OutcomeLine line) {
        Progress stands = progress.get(line.id());
        Step step = elsewhere(line.id().traced());
        boolean said = step != null
                && stands != null
                && stands.path() != null
                && stands.path().equals(step.card().appPath());
        return said ? null : step;
    }

    /** Where an item has come to; null where it came no further than this session. */
    @Nullable Step beyond(ItemId item) {
        return elsewhere(item.traced());
    }

    /** Whether something that came out of the item says already where it has come to. */
    boolean saidOf(ItemId item) {
        return lines.stream()
                .anyMatch(line ->
                        line.item().equals(item) && trail.containsKey(line.id().traced()));
    }

    private @Nullable Step elsewhere(TraceNode node) {
        Step step = trail.get(node);
        return step == null || ForumPages.session(code).equals(step.card().appPath()) ? null : step;
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
