package org.kvartal.discussions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.DiscussionsPages;
import org.kvartal.discussions.Threads.ThreadHead;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Wording;
import org.kvartal.membership.MemberCard;
import org.kvartal.shell.Icon;
import org.kvartal.shell.PageHeading;
import org.kvartal.shell.RelativeTime;
import org.kvartal.shell.ShellPages;

/** The heading of a thread: its title, where it stands, and who began it. */
final class ThreadHeading extends PageHeading {

    private ThreadHeading(ThreadHead head) {
        super(head.title());
        in(head.language());
        addClassName("thread-head");
    }

    /** @param acts what other modules let the reader do with the thread */
    static ThreadHeading of(ThreadHead head, Wording wording, Reader reader, Component... acts) {
        ThreadHeading heading = new ThreadHeading(head);
        heading.facts(heading.author(head, reader), new RelativeTime(head.startedAt(), wording, reader));
        Anchor space = space(head, reader);
        if (head.visibility() == Visibility.MEMBERS) {
            heading.kicker(Icon.LOCK.small(), space, new Span(heading.getTranslation("discussions.app.members-only")));
        } else {
            heading.kicker(space);
        }
        if (acts.length > 0) {
            heading.acts(acts);
        }
        return heading;
    }

    private static Anchor space(ThreadHead head, Reader reader) {
        Span name = new Span(head.spaceName().in(reader.language()));
        name.getElement()
                .setAttribute(
                        "lang", head.spaceName().shownIn(reader.language()).code());
        Anchor space = new Anchor(ShellPages.path(DiscussionsPages.THREADS) + "?space=" + head.spaceAddress());
        space.add(name);
        return space;
    }

    private Span author(ThreadHead head, Reader reader) {
        Span author = new Span(
                getTranslation("discussions.app.thread.by", head.author().name()));
        MemberCard onBehalfOf = head.onBehalfOf();
        if (onBehalfOf != null) {
            author.add(new Text(" "), new ForWhom(onBehalfOf, reader.language()));
        }
        return author;
    }
}
