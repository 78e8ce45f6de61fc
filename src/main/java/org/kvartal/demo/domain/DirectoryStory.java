package org.kvartal.demo.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryKind;
import org.kvartal.alliance.RelationKind;
import org.kvartal.alliance.RoughDate;
import org.kvartal.kernel.LocalizedText;

/** What the directory of the story holds: recorded places, what the associations say of themselves, and how it belongs together. */
record DirectoryStory(List<Item> items, List<Tie> ties, Map<String, Image> images) {

    /** @param member key of the association that it stands for, null for none */
    record Item(
            String key,
            EntryKind kind,
            EntryContent content,
            @Nullable String member) {}

    /**
     * @param from key of an item
     * @param to key of an item
     */
    record Tie(
            String from,
            RelationKind kind,
            String to,
            @Nullable RoughDate since,
            @Nullable RoughDate until,
            @Nullable LocalizedText about,
            @Nullable String source) {}

    /**
     * @param file in {@code demo/pictures/}
     * @param by key of the person who has brought it
     */
    record Image(String file, String by, LocalizedText text) {}
}
