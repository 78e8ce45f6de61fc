package org.kvartal.membership.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.calendar.CalendarPages;
import org.kvartal.calendar.OutsideEventDecided;
import org.kvartal.calendar.OutsideEvents;
import org.kvartal.calendar.OutsideEvents.Decision;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.NoticeSource;
import org.kvartal.notifications.NoticeText;
import org.kvartal.notifications.Notifications;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells whoever suggested an event what the office has decided about it, and why it was refused. */
@Component
class EventNotices implements NoticeSource {

    private static final String DECIDED = "membership.event-decided";

    private final OutsideEvents events;
    private final Notifications notifications;
    private final Messages messages;

    EventNotices(OutsideEvents events, Notifications notifications, Messages messages) {
        this.events = events;
        this.notifications = notifications;
        this.messages = messages;
    }

    @ApplicationModuleListener(id = "membership.event-decided")
    void on(OutsideEventDecided fact) {
        notifications.tell(new Notice(
                DECIDED + ":" + fact.event() + ":" + fact.decision(),
                DECIDED,
                fact.event().value(),
                Set.of(fact.by())));
    }

    @Override
    public String kind() {
        return DECIDED;
    }

    @Override
    public Map<UUID, NoticeText> texts(PersonId reader, Collection<UUID> subjects, Language language) {
        Map<UUID, NoticeText> texts = new HashMap<>();
        events.decisions(reader, subjects).forEach((event, decision) -> {
            NoticeText text = text(decision, language);
            if (text != null) {
                texts.put(event, text);
            }
        });
        return texts;
    }

    /** Null where what was decided counts no more. */
    private @Nullable NoticeText text(Decision decision, Language language) {
        return switch (decision.state()) {
            case PUBLISHED -> said("membership.notice.event-published", decision, language);
            case REFUSED -> said("membership.notice.event-refused", decision, language);
            case SUGGESTED, CANCELLED, WITHDRAWN -> null;
        };
    }

    private NoticeText said(String key, Decision decision, Language language) {
        return new NoticeText(
                messages.text(language, key, decision.title().in(language)),
                decision.refusal(),
                CalendarPages.event(decision.number()));
    }
}
