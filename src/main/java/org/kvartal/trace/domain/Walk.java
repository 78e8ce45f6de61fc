package org.kvartal.trace.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Step;
import org.kvartal.trace.TraceCard;
import org.kvartal.trace.TraceNode;

/** Things that hang together, brought into the order in which one came from the other. */
final class Walk {

    private final Map<TraceNode, Place> places = new LinkedHashMap<>();

    /** A thing with what it came from. */
    private static final class Place {

        private final Set<TraceNode> before = new HashSet<>();
        private final List<TraceNode> behind = new ArrayList<>();
        private @Nullable Relation by;
        private @Nullable Instant at;
    }

    void add(TraceNode node) {
        places.computeIfAbsent(node, _ -> new Place());
    }

    /** Links come in the order in which they were stated: the first says how a thing came to be. */
    void link(TraceNode from, Relation relation, TraceNode to, Instant at) {
        Place later = places.computeIfAbsent(to, _ -> new Place());
        Place earlier = places.computeIfAbsent(from, _ -> new Place());
        if (later.by == null) {
            later.by = relation;
            later.at = at;
        }
        if (earlier.at == null) {
            earlier.at = at;
        }
        if (later.before.add(from)) {
            earlier.behind.add(to);
        }
    }

    Set<TraceNode> nodes() {
        return places.keySet();
    }

    /** The steps of those that may be shown, each behind all that it came from; where things come from each other, the oldest stands first. */
    List<Step> steps(Map<TraceNode, TraceCard> cards, TraceNode here) {
        Map<TraceNode, Integer> waiting = new HashMap<>();
        places.forEach((node, place) -> waiting.put(node, place.before.size()));
        Comparator<TraceNode> age = Comparator.comparing((TraceNode node) -> age(node, cards))
                .thenComparing(TraceNode::kind)
                .thenComparing(TraceNode::id);
        Comparator<TraceNode> next = Comparator.comparing((TraceNode node) -> waiting.getOrDefault(node, 0) > 0)
                .thenComparing(age);
        List<Step> steps = new ArrayList<>();
        while (!waiting.isEmpty()) {
            TraceNode node = waiting.keySet().stream().min(next).orElseThrow();
            waiting.remove(node);
            Place place = places.getOrDefault(node, new Place());
            place.behind.forEach(later -> waiting.computeIfPresent(later, (_, left) -> left - 1));
            TraceCard card = cards.get(node);
            if (card != null) {
                steps.add(new Step(node, card, place.by, node.equals(here)));
            }
        }
        return steps;
    }

    private Instant age(TraceNode node, Map<TraceNode, TraceCard> cards) {
        TraceCard card = cards.get(node);
        Place place = places.get(node);
        if (card != null) {
            return card.at();
        }
        return place == null || place.at == null ? Instant.EPOCH : place.at;
    }
}
