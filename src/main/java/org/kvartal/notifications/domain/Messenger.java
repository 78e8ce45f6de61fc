package org.kvartal.notifications.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kvartal.accounts.Correspondence;
import org.kvartal.kernel.House;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.Live;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Letter.Importance;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.kvartal.notifications.NoticeText;
import org.kvartal.notifications.NotificationsPages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what a notice needs after its commit: lays it into many inboxes, and posts a letter to whoever has an address, has not read it
 * meanwhile and may still know. Each step may be done twice and has its effect once: the table knows who was told, the postbox knows which
 * letters it has.
 */
@Component
class Messenger {

    private static final Logger log = LoggerFactory.getLogger(Messenger.class);

    private static final String LETTER = "notifications.letter";

    /** A full stop, or what stands in its stead. */
    private static final Pattern ENDED = Pattern.compile("[.!?…:]$");

    /** Letters that are posted in one transaction. */
    private static final int AT_A_TIME = 100;

    private final Pigeonholes pigeonholes;
    private final Sources sources;
    private final Correspondence correspondence;
    private final Postbox postbox;
    private final Live live;
    private final House house;
    private final TransactionTemplate transaction;

    Messenger(
            Pigeonholes pigeonholes,
            Sources sources,
            Correspondence correspondence,
            Postbox postbox,
            Live live,
            House house,
            TransactionTemplate transaction) {
        this.pigeonholes = pigeonholes;
        this.sources = sources;
        this.correspondence = correspondence;
        this.postbox = postbox;
        this.live = live;
        this.house = house;
        this.transaction = transaction;
    }

    /**
     * Carries out a telling, or what is left of it.
     *
     * @throws IllegalStateException if somebody's letter could not be written: what was done stays done, and the next attempt does the rest
     */
    void carry(UUID id) {
        pigeonholes.telling(id).ifPresent(begun -> {
            Telling telling = begun.laid() ? begun : lay(begun);
            List<PersonId> people = telling.people();
            int failed = 0;
            for (int from = 0; from < people.size(); from += AT_A_TIME) {
                failed += write(telling, people.subList(from, Math.min(from + AT_A_TIME, people.size())));
            }
            if (failed > 0) {
                throw new IllegalStateException(failed + " letters could not be written");
            }
            pigeonholes.end(telling);
        });
    }

    private Telling lay(Telling telling) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Telling told = telling.to(pigeonholes.lay(telling));
            pigeonholes.noteLaid(told);
            live.changed(LiveTopics.EVERYBODY);
            return told;
        }));
    }

    /** @return how many failed */
    private int write(Telling telling, List<PersonId> people) {
        Map<PersonId, Recipient> recipients = correspondence.recipients(people);
        Set<PersonId> unread = pigeonholes.unreadBy(recipients.keySet(), telling.notice());
        List<Letter> letters = new ArrayList<>();
        int failed = 0;
        for (PersonId person : unread) {
            Recipient to = recipients.get(person);
            try {
                if (to != null) {
                    sources.text(person, telling, to.language())
                            .map(text -> letter(telling, to, text))
                            .ifPresent(letters::add);
                }
            } catch (RuntimeException noWords) {
                log.warn("No letter about {} of kind {} yet", telling.notice(), telling.kind(), noWords);
                failed++;
            }
        }
        transaction.executeWithoutResult(_ -> letters.forEach(postbox::post));
        return failed;
    }

    /** The title as the first sentence of a letter. */
    private static String sentence(String title) {
        return ENDED.matcher(title).find() ? title : title + ".";
    }

    private Letter letter(Telling telling, Recipient to, NoticeText text) {
        String more = text.text();
        return Letter.about(
                        "notifications.notice:" + telling.notice(),
                        to,
                        LETTER,
                        text.title(),
                        more == null ? "" : more,
                        house.name(),
                        sentence(text.title()))
                .withButton(house.address(NotificationsPages.notice(telling.notice())))
                .with(telling.people().size() > Herald.AT_ONCE ? Importance.BULK : Importance.ORDINARY);
    }
}
