package org.kvartal.notifications.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.Whereabouts;
import org.kvartal.accounts.Whereabouts.Stay;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Letter.Importance;
import org.kvartal.mail.LetterSection;
import org.kvartal.mail.LetterSection.Item;
import org.kvartal.mail.LetterSeries;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.kvartal.notifications.NoticeText;
import org.kvartal.notifications.NotificationsPages;
import org.kvartal.notifications.Rhythm;
import org.kvartal.notifications.domain.DigestBook.Due;
import org.kvartal.notifications.domain.WaitingMail.Waiting;
import org.kvartal.shell.ShellPages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Posts the letters in which a day or a week comes together: what somebody has not read since they were last here, out of all modules. Who
 * has nothing new gets none, and who has not been here for half a year gets none any more.
 *
 * @see "Decision record 0157, one letter a week"
 */
@Component
class DigestRound {

    private static final Logger log = LoggerFactory.getLogger(DigestRound.class);

    /** People whose letters are read at once. */
    private static final int AT_A_TIME = 200;

    /** No letter lists more; it says how many more there are. */
    private static final int MOST = 40;

    /** What has failed for so long is tried again with the letter after. */
    private static final Duration GIVEN_UP = Duration.ofDays(1);

    /** Whoever was not here for so long does not read the letters either. */
    static final Duration ABSENT = Duration.ofDays(180);

    private final DigestBook book;
    private final WaitingMail mail;
    private final Sources sources;
    private final Whereabouts whereabouts;
    private final Correspondence correspondence;
    private final Postbox postbox;
    private final Leaves leaves;
    private final Messages messages;
    private final House house;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DigestRound(
            DigestBook book,
            WaitingMail mail,
            Sources sources,
            Whereabouts whereabouts,
            Correspondence correspondence,
            Postbox postbox,
            Leaves leaves,
            Messages messages,
            House house,
            TransactionTemplate transaction,
            Clock clock) {
        this.book = book;
        this.mail = mail;
        this.sources = sources;
        this.whereabouts = whereabouts;
        this.correspondence = correspondence;
        this.postbox = postbox;
        this.leaves = leaves;
        this.messages = messages;
        this.house = house;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Posts all that is due. */
    void run() {
        run(Rhythm.DAILY);
        run(Rhythm.WEEKLY);
    }

    private void run(Rhythm rhythm) {
        Instant now = clock.instant();
        List<Due> due = book.due(rhythm, now, null, AT_A_TIME);
        while (!due.isEmpty() && !Thread.currentThread().isInterrupted()) {
            write(rhythm, due, now);
            due = book.due(rhythm, now, due.getLast(), AT_A_TIME);
        }
    }

    private void write(Rhythm rhythm, List<Due> due, Instant now) {
        List<PersonId> people = due.stream().map(Due::person).toList();
        Map<PersonId, Stay> stays = whereabouts.stays(people);
        Map<PersonId, Recipient> recipients = correspondence.readers(people);
        Map<PersonId, Instant> since = new HashMap<>();
        for (Due one : due) {
            Stay stay = stays.get(one.person());
            if (stay != null && !absent(one.seen(stay), now)) {
                since.put(one.person(), one.seen(stay));
            }
        }
        Map<PersonId, List<Waiting>> waiting = mail.together(rhythm, since, MOST + 1);
        for (Due one : due) {
            try {
                write(
                        rhythm,
                        one,
                        stays.get(one.person()),
                        since.containsKey(one.person()),
                        recipients.get(one.person()),
                        waiting.getOrDefault(one.person(), List.of()),
                        now);
            } catch (RuntimeException failed) {
                // It stays due for the next round, and keeps nobody else's letter.
                log.error("No letter of what came together to one person yet: {}", Mishap.of(failed));
                if (one.at().isBefore(now.minus(GIVEN_UP))) {
                    book.moveOn(one, rhythm, null, now.plus(GIVEN_UP));
                }
            }
        }
    }

    private void write(
            Rhythm rhythm,
            Due one,
            @Nullable Stay stay,
            boolean present,
            @Nullable Recipient to,
            List<Waiting> theirs,
            Instant now) {
        if (stay == null) {
            book.moveOn(one, rhythm, null, now.plus(ABSENT));
            return;
        }
        Slots slots = new Slots(one.wish().day(), one.wish().hour(), stay.zone());
        Instant proper = slots.next(rhythm, one.at().minusSeconds(1));
        if (proper.isAfter(now)) {
            // Somebody lives by another clock since.
            book.moveOn(one, rhythm, null, proper);
            return;
        }
        Map<UUID, NoticeText> words =
                to == null || theirs.isEmpty() ? Map.of() : sources.wanted(one.person(), theirs, to.language());
        transaction.executeWithoutResult(_ -> {
            if (book.moveOn(one, rhythm, one.seen(stay), slots.next(rhythm, now)) && present) {
                send(rhythm, one, to, slots, theirs, words, now, stay);
            }
        });
    }

    private void send(
            Rhythm rhythm,
            Due one,
            @Nullable Recipient to,
            Slots slots,
            List<Waiting> theirs,
            Map<UUID, NoticeText> words,
            Instant now,
            Stay stay) {
        mail.forgetSeen(one.person(), rhythm, one.seen(stay));
        List<Waiting> listed = theirs.stream()
                .filter(waiting -> words.containsKey(waiting.notice().id()))
                .limit(MOST)
                .toList();
        boolean more = theirs.stream()
                        .filter(waiting -> words.containsKey(waiting.notice().id()))
                        .count()
                > MOST;
        // What the letter has no room for, and what was laid meanwhile, stays for the next one.
        Set<UUID> taken = mail.take(
                one.person(),
                theirs.stream()
                        .filter(waiting -> listed.contains(waiting)
                                || !words.containsKey(waiting.notice().id()))
                        .toList());
        List<Waiting> said = listed.stream()
                .filter(waiting -> taken.contains(waiting.notice().id()))
                .toList();
        if (to == null || said.isEmpty()) {
            return;
        }
        boolean last = absent(one.seen(stay), slots.next(rhythm, now));
        postbox.post(Letter.about(
                        "notifications.digest:" + rhythm + ":" + one.person() + ":"
                                + one.at().getEpochSecond(),
                        to,
                        rhythm == Rhythm.DAILY ? "notifications.daily" : "notifications.weekly",
                        said.size(),
                        more ? "more" : "all",
                        last ? "last" : "next",
                        house.name())
                .listing(sections(said, words, to.language()))
                .withButton(house.address(ShellPages.path(NotificationsPages.INBOX)))
                .with(Importance.BULK)
                .in(new LetterSeries(
                        rhythm == Rhythm.DAILY ? "daily" : "weekly",
                        null,
                        leaves.address(one.person(), Set.of(Leaves.DIGEST)))));
    }

    /** By what it belongs to, each with its newest first. */
    private List<LetterSection> sections(List<Waiting> said, Map<UUID, NoticeText> words, Language language) {
        Map<String, List<Item>> groups = new LinkedHashMap<>();
        for (Waiting one : said) {
            NoticeText text = words.get(one.notice().id());
            if (text != null) {
                groups.computeIfAbsent(sources.group(one.notice().kind()), _ -> new ArrayList<>())
                        .add(new Item(
                                text.title(),
                                text.text(),
                                house.address(
                                        NotificationsPages.notice(one.notice().id()))));
            }
        }
        List<LetterSection> sections = new ArrayList<>();
        groups.forEach(
                (group, items) -> sections.add(new LetterSection(messages.text(language, group + ".notices"), items)));
        return sections;
    }

    private static boolean absent(Instant seen, Instant at) {
        return seen.plus(ABSENT).isBefore(at);
    }
}
