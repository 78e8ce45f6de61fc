package org.kvartal.advocacy.ui;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kvartal.advocacy.RecommendationDesk.Evidence;
import org.kvartal.advocacy.RecommendationDesk.EvidenceKind;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.EntryCard;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.Around;
import org.kvartal.discussions.Threads.ThreadHead;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Refused;

/** Reads what somebody copied from the line of their browser: a thread, a post of it, or an entry of the directory. */
record CitedAddress(Threads threads, Directory directory) {

    private static final Pattern THREAD = Pattern.compile("/threads/([0-9]{1,15})(?:/([0-9]{1,9}))?");
    private static final Pattern ENTRY = Pattern.compile("/directory/([a-z0-9-]{1,120})");

    /** @throws Refused at {@code evidence} if it is none of them, or nothing that the asker may see */
    Evidence read(Asker asker, String typed) {
        Matcher thread = THREAD.matcher(typed);
        if (thread.find()) {
            return thread(asker, Long.parseLong(thread.group(1)), thread.group(2));
        }
        Matcher entry = ENTRY.matcher(typed);
        if (entry.find()) {
            EntryCard card = directory.at(List.of(entry.group(1))).get(entry.group(1));
            if (card != null) {
                return new Evidence(EvidenceKind.ENTRY, card.id().value());
            }
        }
        throw none();
    }

    private Evidence thread(Asker asker, long number, @Nullable String post) {
        ThreadHead head = threads.head(asker, number).orElseThrow(CitedAddress::none);
        if (post == null) {
            return new Evidence(EvidenceKind.THREAD, head.id().value());
        }
        int wanted = Integer.parseInt(post);
        return threads.posts(asker, head.id(), new Around.Near(wanted), 1).posts().stream()
                .filter(line -> line.number() == wanted)
                .findFirst()
                .map(line -> new Evidence(EvidenceKind.POST, line.id().value()))
                .orElseThrow(CitedAddress::none);
    }

    private static Refused none() {
        return Refused.at("evidence", "advocacy.refused.evidence");
    }
}
