package org.kvartal.notifications.domain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Correspondence;
import org.kvartal.kernel.House;
import org.kvartal.kernel.PersonId;
import org.kvartal.mail.Letter;
import org.kvartal.mail.LetterSection;
import org.kvartal.mail.LetterSection.Item;
import org.kvartal.mail.LetterSeries;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.kvartal.notifications.NoticeText;
import org.kvartal.notifications.NotificationsPages;
import org.kvartal.notifications.domain.WaitingMail.Batch;
import org.kvartal.notifications.domain.WaitingMail.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Posts the letters whose wait is over: one to a person about a place, of what is still wanted and was not read meanwhile. Its words are had
 * before anything is locked; then the notices are taken out and the letter is posted in one transaction, so that a notice is in one letter
 * whoever dies in between, and however many rounds run at once.
 *
 * @see "Decision record 0156, letters that wait"
 */
@Component
class LetterRound {

    private static final Logger log = LoggerFactory.getLogger(LetterRound.class);

    private static final String ONE = "notifications.letter";
    private static final String SEVERAL = "notifications.letters";

    /** The name of the list, which mail programs sort by. */
    private static final String LIST = "notices";

    /** Letters that are read at once. */
    private static final int AT_A_TIME = 200;

    private static final Duration TRIED_AGAIN = Duration.ofMinutes(5);
    private static final Duration GIVEN_UP = Duration.ofDays(1);

    /** A full stop, or what stands in its stead. */
    private static final Pattern ENDED = Pattern.compile("[.!?…:]$");

    private final WaitingMail mail;
    private final Sources sources;
    private final Correspondence correspondence;
    private final Postbox postbox;
    private final Leaves leaves;
    private final House house;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LetterRound(
            WaitingMail mail,
            Sources sources,
            Correspondence correspondence,
            Postbox postbox,
            Leaves leaves,
            House house,
            TransactionTemplate transaction,
            Clock clock) {
        this.mail = mail;
        this.sources = sources;
        this.correspondence = correspondence;
        this.postbox = postbox;
        this.leaves = leaves;
        this.house = house;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Posts all that is due. */
    void run() {
        Set<Batch> done = new HashSet<>();
        while (!Thread.currentThread().isInterrupted()) {
            List<Batch> ready = mail.ready(clock.instant(), sources.urgent(), AT_A_TIME);
            // What stays ready after it was dealt with waits for the next round.
            if (ready.isEmpty() || !done.addAll(ready)) {
                return;
            }
            Map<Batch, List<Waiting>> waiting = mail.of(ready);
            Map<PersonId, Recipient> recipients =
                    correspondence.readers(ready.stream().map(Batch::person).collect(Collectors.toSet()));
            waiting.forEach((batch, notices) -> writeOrPutOff(batch, notices, recipients));
        }
    }

    /** What fails for one person must not keep the letters of all others. */
    private void writeOrPutOff(Batch batch, List<Waiting> notices, Map<PersonId, Recipient> recipients) {
        try {
            write(batch, notices, recipients.get(batch.person()));
        } catch (RuntimeException failed) {
            log.error("No letter about {} to one person yet: {}", batch.place(), Mishap.of(failed));
            Instant now = clock.instant();
            mail.putOff(batch, now.plus(TRIED_AGAIN), now.minus(GIVEN_UP));
        }
    }

    private void write(Batch batch, List<Waiting> notices, @Nullable Recipient to) {
        Map<UUID, NoticeText> words = to == null
                ? Map.of()
                : sources.wanted(
                        batch.person(),
                        notices.stream().filter(one -> one.notice().unread()).toList(),
                        to.language());
        transaction.executeWithoutResult(_ -> {
            Set<UUID> taken = mail.take(batch.person(), notices);
            List<Waiting> said = notices.stream()
                    .filter(one -> taken.contains(one.notice().id()))
                    .filter(one -> words.containsKey(one.notice().id()))
                    .toList();
            if (to != null && !said.isEmpty()) {
                postbox.post(letter(batch, said, words, to));
            }
        });
    }

    private Letter letter(Batch batch, List<Waiting> said, Map<UUID, NoticeText> words, Recipient to) {
        Waiting last = said.getLast();
        NoticeText text = words.get(last.notice().id());
        if (text == null) {
            throw new IllegalStateException("a letter without words");
        }
        if (said.size() == 1) {
            String more = text.text();
            return inSeries(
                    Letter.about(
                                    key(last),
                                    to,
                                    ONE,
                                    text.title(),
                                    more == null ? "" : more,
                                    house.name(),
                                    sentence(text.title()))
                            .withButton(door(last)),
                    batch,
                    said);
        }
        List<Item> items = new ArrayList<>();
        for (Waiting one : said) {
            NoticeText its = words.get(one.notice().id());
            if (its != null) {
                items.add(new Item(its.title(), its.text(), door(one)));
            }
        }
        return inSeries(
                Letter.about(key(last), to, SEVERAL, text.title(), said.size(), house.name())
                        .listing(List.of(new LetterSection(null, items))),
                batch,
                said);
    }

    /** With the address that ends all that the letter tells of; what can't wait can't be ended either. */
    private Letter inSeries(Letter letter, Batch batch, List<Waiting> said) {
        Set<String> kinds = said.stream().map(one -> one.notice().kind()).collect(Collectors.toSet());
        if (kinds.stream().anyMatch(sources::isUrgent)) {
            return letter;
        }
        Set<String> groups = kinds.stream().map(sources::group).collect(Collectors.toSet());
        return letter.in(new LetterSeries(LIST, batch.place(), leaves.address(batch.person(), groups)));
    }

    private static String key(Waiting last) {
        return key(last.notice().id(), last.edition());
    }

    /** What an earlier version of the program may have posted already has the key that it had there. */
    static String key(UUID notice, long edition) {
        return edition == 0 ? "notifications.notice:" + notice : "notifications.notice:" + notice + ":" + edition;
    }

    private String door(Waiting one) {
        return house.address(NotificationsPages.notice(one.notice().id()));
    }

    /** The title as the first sentence of a letter. */
    private static String sentence(String title) {
        return ENDED.matcher(title).find() ? title : title + ".";
    }
}
