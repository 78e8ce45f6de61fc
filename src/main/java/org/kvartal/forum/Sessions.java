package org.kvartal.forum;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.Agenda.AgendaPart;
import org.kvartal.forum.Invitations.AnswerLine;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;

/**
 * The sessions, as pages show them. Drafts are known to those who facilitate them; all others everybody may know. Each answer takes a constant number of
 * queries.
 */
public interface Sessions {

    /** The sessions that are not over, the next one first; at most 100. */
    List<SessionCard> coming(Asker asker);

    /** The sessions that are over, the last one first, by keyset. */
    SessionList past(Asker asker, @Nullable ListKey before, int limit);

    /** A session with its agenda, as far as the asker may see it. */
    Optional<SessionPage> find(Asker asker, String code);

    /** The cards of many sessions, in one query and those that the asker may know of. */
    Map<SessionId, SessionCard> cards(Asker asker, Collection<SessionId> sessions);

    /** The sessions that take place in a time, cancelled ones among them, by their beginning. */
    List<SessionCard> between(Asker asker, Instant from, Instant to);

    /** How many sessions any visitor may know of. */
    long countPublic();

    /** The sessions that any visitor may know of, in a lasting order. */
    List<PublicSession> listPublic(long offset, int limit);

    record PublicSession(String code, Instant changedAt) {}

    /**
     * A session as lists show it.
     *
     * @param starts by the clock of the zone
     * @param city code of the house's list, null for none
     * @param remote whether people can take part from afar
     * @param itemsUntil the last day on which items may be proposed for it, by the clock of the zone
     * @param items how many items stand on its agenda for all
     * @param sequence how often it has been moved or cancelled
     * @param mine what the asker has answered, null for nothing
     * @param announced whether it was ever opened, so that everybody may know of it
     * @param paper whether it was held without the house and is entered from paper
     */
    record SessionCard(
            SessionId id,
            String code,
            @Nullable SeriesId series,
            SessionState state,
            LocalizedText title,
            LocalDateTime starts,
            ZoneId zone,
            int minutes,
            Instant startsAt,
            Instant endsAt,
            String place,
            @Nullable String city,
            boolean remote,
            LocalDate itemsUntil,
            int items,
            int sequence,
            @Nullable Answer mine,
            boolean announced,
            boolean paper,
            Instant changedAt,
            long version) {

        /** Whether it is over at that moment. */
        public boolean over(Instant now) {
            return !endsAt.isAfter(now);
        }

        /** Whether it was held without the house, and what was written by hand is being entered. */
        public boolean entered() {
            return paper && (state == SessionState.OPEN || state == SessionState.IN_PROGRESS);
        }

        /** Whether people are in its room now. */
        public boolean heldNow() {
            return state == SessionState.IN_PROGRESS && !paper;
        }
    }

    /** @param next the key to go on before, null at the end */
    record SessionList(List<SessionCard> sessions, @Nullable ListKey next) {

        public SessionList {
            sessions = List.copyOf(sessions);
        }
    }

    record ListKey(Instant startsAt, SessionId session) {}

    /**
     * A session as its page shows it.
     *
     * @param callLink empty for those who do not belong to the house
     * @param reason why it was cancelled, empty where it was not
     * @param planned minutes of all that the asker sees on the agenda
     * @param answer what the asker has answered, null for nothing
     * @param coming how many have said yes; and how many of them for an association
     * @param mayEnter whether it is held now and not entered from paper, and the asker may be in its room
     * @param minutes whether the asker may read its minutes
     */
    record SessionPage(
            SessionCard card,
            String callLink,
            String reason,
            List<AgendaPart> agenda,
            int planned,
            @Nullable AnswerLine answer,
            int coming,
            int associations,
            boolean mayFacilitate,
            boolean mayPropose,
            boolean mayAnswer,
            boolean mayEnter,
            boolean minutes) {

        public SessionPage {
            agenda = List.copyOf(agenda);
        }
    }
}
