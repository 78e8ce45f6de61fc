package org.kvartal.notifications.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.CopyMade;
import org.kvartal.accounts.OwnCopies;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Wording;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.NoticeSource;
import org.kvartal.notifications.NoticeText;
import org.kvartal.notifications.Notifications;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells somebody that the copy of their own data can be fetched, as long as it can: accounts stands below and tells nobody itself. */
@Component
class CopyNotices implements NoticeSource {

    static final String MADE = "accounts.copy-made";

    private final OwnCopies copies;
    private final Notifications notifications;
    private final Messages messages;
    private final Wording wording;
    private final House house;

    CopyNotices(OwnCopies copies, Notifications notifications, Messages messages, Wording wording, House house) {
        this.copies = copies;
        this.notifications = notifications;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
    }

    @ApplicationModuleListener(id = "notifications.own-copy")
    void on(CopyMade made) {
        notifications.tell(new Notice(MADE + ":" + made.copy(), MADE, made.copy(), Set.of(made.person())));
    }

    @Override
    public String kind() {
        return MADE;
    }

    @Override
    public Map<UUID, NoticeText> texts(PersonId reader, Collection<UUID> subjects, Language language) {
        Map<UUID, NoticeText> texts = new HashMap<>();
        copies.ready(reader, subjects)
                .forEach((copy, until) -> texts.put(
                        copy,
                        new NoticeText(
                                messages.text(language, "notifications.copy-made.title"),
                                messages.text(
                                        language,
                                        "notifications.copy-made.text",
                                        wording.exact(until, language, house.zone())),
                                AccountsPages.OWN_DATA)));
        return texts;
    }
}
