package org.kvartal.administration.ui;

import com.vaadin.flow.component.Component;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvartal.administration.HouseFigures.Bite;

/** Which limits have stopped somebody, and how often. */
class LimitsPart extends WatchRows {

    LimitsPart(WatchWords words) {
        super(words, "limits");
    }

    void show(List<Bite> bites) {
        clear();
        Map<String, Long> named = new LinkedHashMap<>();
        bites.stream()
                .sorted(Comparator.comparingLong(Bite::times).reversed())
                .forEach(bite -> named.merge(words().limit(bite.limit()), bite.times(), Long::sum));
        named.forEach((name, times) -> line(name, null, new Component[] {small(words().say("limits.times", times))}));
        note(words().say(named.isEmpty() ? "limits.none" : "limits.about"));
    }
}
