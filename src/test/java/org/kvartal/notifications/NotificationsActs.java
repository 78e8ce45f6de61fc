package org.kvartal.notifications;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.rights.RightsActs;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** What may be done with notices, for the walker of the rights matrix. */
@TestConfiguration(proxyBeanMethods = false)
@Import(TrialNotices.class)
public class NotificationsActs implements RightsActs {

    private final Notifications notifications;
    private final Inbox inbox;
    private final Wishes wishes;
    private final Following following;
    private final TrialNotices trial;
    private final TransactionTemplate transaction;

    NotificationsActs(
            Notifications notifications,
            Inbox inbox,
            Wishes wishes,
            Following following,
            TrialNotices trial,
            TransactionTemplate transaction) {
        this.notifications = notifications;
        this.inbox = inbox;
        this.wishes = wishes;
        this.following = following;
        this.trial = trial;
        this.transaction = transaction;
    }

    @Override
    public Map<String, Act> acts() {
        return Map.ofEntries(
                Map.entry("choose what comes by mail", by -> wishes.change(by, Wish.UNSAID.with(Preset.WEEKLY_LETTER))),
                Map.entry("see what one gets by mail", wishes::own),
                Map.entry("follow a place", by -> following.choose(by, Ids.next(), Attention.EVERYTHING)),
                Map.entry("see what somebody else follows", by -> {
                    following.choose(Asker.of(PersonId.next()), Ids.next(), Attention.EVERYTHING);
                    if (following.own(by, 10).isEmpty()) {
                        throw new NotFound();
                    }
                }),
                Map.entry("read what one was told", by -> {
                    UUID notice = told(by.requirePerson());
                    see(by, notice);
                    inbox.open(by, Language.EN, notice);
                }),
                Map.entry("mark all of one's notices as read", by -> inbox.readAll(by, Instant.now())),
                Map.entry("find a notice of somebody else in a list", by -> see(by, told(PersonId.next()))),
                Map.entry("open a notice of somebody else", by -> inbox.open(by, Language.EN, told(PersonId.next()))),
                Map.entry("mark a notice of somebody else as read", by -> inbox.read(by, told(PersonId.next()))));
    }

    private UUID told(PersonId person) {
        UUID subject = trial.subject("told", null, "/app");
        transaction.executeWithoutResult(_ -> notifications.tell(trial.about(subject, person)));
        return inbox.newest(Asker.of(person), Language.EN, null, 1)
                .lines()
                .getFirst()
                .id();
    }

    private void see(Asker by, UUID notice) {
        boolean seen = inbox.newest(by, Language.EN, null, 50).lines().stream()
                .anyMatch(line -> line.id().equals(notice));
        if (!seen) {
            throw new NotFound();
        }
    }
}
