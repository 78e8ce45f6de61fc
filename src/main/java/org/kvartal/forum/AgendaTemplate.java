package org.kvartal.forum;

import java.util.List;
import org.kvartal.kernel.LocalizedText;
import tools.jackson.databind.json.JsonMapper;

/** What each new session of a series begins with: sections, and what stands in them every time. */
public record AgendaTemplate(List<Section> sections) {

    /** The most sections of an agenda. */
    public static final int MOST_SECTIONS = 30;

    /** The most standing items of a section. */
    public static final int MOST_ITEMS = 30;

    /** Nothing stands every time. */
    public static final AgendaTemplate EMPTY = new AgendaTemplate(List.of());

    public AgendaTemplate {
        sections = List.copyOf(sections);
    }

    /** A template that a table has kept as JSON. */
    public static AgendaTemplate stored(String json) {
        return JsonMapper.shared().readValue(json, AgendaTemplate.class);
    }

    public record Section(LocalizedText title, List<StandingItem> items) {

        public Section {
            items = List.copyOf(items);
        }
    }

    /** @param minutes how long it takes */
    public record StandingItem(LocalizedText title, ItemKind kind, int minutes) {}
}
