package org.kvartal.forum.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.Outcomes;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Secret;
import org.kvartal.trace.Step;
import org.kvartal.trace.Trace;
import org.kvartal.trace.TraceNode;
import org.springframework.stereotype.Component;

/** What became of a session on its public pages: how far items and outcomes have come, where that is somewhere that everybody may read. */
@Component
class PublicTrail {

    private final Outcomes outcomes;
    private final Trace trace;

    PublicTrail(Outcomes outcomes, Trace trace) {
        this.outcomes = outcomes;
        this.trace = trace;
    }

    /**
     * @param items by item, where none of its outcomes says so
     * @param outcomes those that have come further, with how far
     */
    record Became(Map<ItemId, Step> items, List<Further> outcomes) {

        /** Changes whenever something has come further. */
        String version(String shown) {
            return HexFormat.of().formatHex(Secret.sha256((shown + this).getBytes(StandardCharsets.UTF_8)));
        }
    }

    record Further(OutcomeLine line, Step step) {}

    /** In a constant number of queries. */
    Became of(String code, Collection<ItemId> items, Language language) {
        List<OutcomeLine> lines = outcomes.of(Asker.guest(), code);
        Set<TraceNode> nodes = Stream.concat(
                        items.stream().map(ItemId::traced),
                        lines.stream().map(line -> line.id().traced()))
                .collect(Collectors.toSet());
        Map<TraceNode, Step> steps = trace.furthest(Asker.guest(), nodes, language);
        steps.values().removeIf(step -> here(step, code));
        List<Further> further = new ArrayList<>();
        Set<ItemId> said = new HashSet<>();
        for (OutcomeLine line : lines) {
            Step step = steps.get(line.id().traced());
            if (step != null) {
                further.add(new Further(line, step));
                said.add(line.item());
            }
        }
        Map<ItemId, Step> ofItems = new HashMap<>();
        for (ItemId item : items) {
            Step step = steps.get(item.traced());
            if (step != null && !said.contains(item)) {
                ofItems.put(item, step);
            }
        }
        return new Became(ofItems, further);
    }

    private static boolean here(Step step, String code) {
        String path = step.card().publicPath();
        return path == null || path.equals(ForumPages.inPublic(code)) || path.equals(ForumPages.publicMinutes(code));
    }
}
