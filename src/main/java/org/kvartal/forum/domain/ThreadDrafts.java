package org.kvartal.forum.domain;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.ThreadDigest;
import org.kvartal.discussions.ThreadDigest.Quote;
import org.kvartal.discussions.ThreadId;
import org.kvartal.discussions.Threads;
import org.kvartal.forum.Agenda.Draft;
import org.kvartal.forum.Agenda.Origin;
import org.kvartal.forum.Agenda.ThreadCounts;
import org.kvartal.forum.ItemId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.membership.MemberCard;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.springframework.stereotype.Component;

/** What a thread is as an item. It is written in the thread's own language, and quotes say whose they are and where they stand. */
@Component
class ThreadDrafts {

    /** What Markdown would read as markup, wherever it stands. */
    private static final Pattern MARKUP = Pattern.compile("([\\\\`*_\\[\\]<~]|&(?=#?\\w+;))");

    /** What it would read so at the beginning of a line. */
    private static final Pattern BEGINNING = Pattern.compile("(?m)^(\\s*)([#>+=-])|^(\\s*\\d+)([.)])");

    private final Threads threads;
    private final Trace trace;
    private final Messages messages;

    ThreadDrafts(Threads threads, Trace trace, Messages messages) {
        this.threads = threads;
        this.trace = trace;
        this.messages = messages;
    }

    /** @param visibility who may read the thread */
    record Source(Origin origin, Visibility visibility) {}

    /** @throws NotFound if there is no such thread that the asker may read */
    Source source(Asker asker, long number) {
        ThreadDigest digest = digest(asker, number);
        return new Source(new Origin(digest.thread(), number, counts(digest)), digest.visibility());
    }

    Draft draft(Asker asker, long number) {
        ThreadDigest digest = digest(asker, number);
        StringBuilder context = new StringBuilder(escaped(digest.opening()));
        for (Quote quote : digest.telling()) {
            context.append("\n\n").append(quoted(digest, quote));
        }
        return new Draft(
                digest.thread(), digest.title(), context.toString().strip(), digest.language(), counts(digest));
    }

    /** States that the item was made of the thread. */
    void link(Asker by, ThreadId thread, ItemId item) {
        trace.link(by, new Strand(thread.traced(), Relation.PROPOSED_AS, item.traced()));
    }

    private ThreadDigest digest(Asker asker, long number) {
        return threads.head(asker, number)
                .flatMap(head -> threads.digest(asker, head.id()))
                .orElseThrow(NotFound::new);
    }

    private static ThreadCounts counts(ThreadDigest digest) {
        return new ThreadCounts(digest.posts(), digest.writers(), digest.people(), digest.associations());
    }

    private String quoted(ThreadDigest digest, Quote quote) {
        MemberCard association = quote.onBehalfOf();
        String name = association == null
                ? quote.author().name()
                : messages.text(
                        digest.language(),
                        "forum.draft.for",
                        quote.author().name(),
                        association.name().in(digest.language()));
        String path = digest.visibility() == Visibility.PUBLIC
                ? DiscussionsPages.inPublic(digest.number(), quote.number())
                : DiscussionsPages.inWorkspace(digest.number(), quote.number());
        String lines = escaped(quote.text()).lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
        return lines + "\n>\n> — " + escaped(name) + ", ["
                + escaped(messages.text(digest.language(), "forum.draft.post", quote.number())) + "](" + path + ")";
    }

    static String escaped(String plain) {
        return BEGINNING.matcher(MARKUP.matcher(plain).replaceAll("\\\\$1")).replaceAll(found -> {
            String before = found.group(1) != null ? found.group(1) : found.group(3);
            String mark = found.group(2) != null ? found.group(2) : found.group(4);
            return Matcher.quoteReplacement(before + "\\" + mark);
        });
    }
}
