package org.kvartal.missions;

import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryId;
import org.kvartal.files.FileId;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/** Whom a mission visits and when. A host answers by a link, without an account: accepts, wishes another time, or declines. */
public interface Itinerary {

    int TEXT_LENGTH = 2_000;
    int LINE_LENGTH = 200;
    int MOST_SLOTS = 200;
    int MOST_PAPERS = 20;

    /**
     * Puts a visit in, or changes it. Another time, place or host asks the host anew: nobody has accepted what they have not seen.
     *
     * @param version of the visit that was shown; 0 for a new one
     * @throws org.kvartal.kernel.Refused at {@code day}, {@code starts}, {@code ends}, {@code place}, {@code purpose}, {@code hostEmail}, {@code hostPhone} or {@code who}
     */
    void put(Asker by, MissionId mission, SlotId slot, long version, SlotContent content);

    void drop(Asker by, SlotId slot);

    /** Adds a paper to a visit. Hold no transaction meanwhile. */
    StoredFile attach(Asker by, SlotId slot, String name, InputStream content);

    void remove(Asker by, SlotId slot, FileId paper);

    /**
     * Asks the host by a letter; the links of before work no more.
     *
     * @throws org.kvartal.kernel.Refused if there is no address, or the time is over
     */
    void ask(Asker by, SlotId slot, long version);

    /** Takes the time that the host wishes. */
    void takeMove(Asker by, SlotId slot, long version);

    /** Records what a host has said by telephone or in a letter. */
    void record(Asker by, SlotId slot, long version, boolean accepted, String words);

    /** What a host's link leads to, if it still works. Changes nothing. */
    Optional<HostPage> look(String token);

    /** @return the page as it stands then; empty where the link does not work any more */
    Optional<HostPage> accept(String token, String words);

    /** @throws org.kvartal.kernel.Refused at {@code day}, {@code starts}, {@code ends} or {@code words} */
    Optional<HostPage> move(String token, LocalDate day, LocalTime starts, LocalTime ends, String words);

    /** @throws org.kvartal.kernel.Refused at {@code words} */
    Optional<HostPage> decline(String token, String words);

    /**
     * @param day and times by the clock of {@code zone}
     * @param ends on the same day; midnight is the end of the day
     * @param entry the place, as the directory has it; null for {@code place} alone
     * @param place in words, beside the entry or instead of it; may be empty where there is an entry
     * @param who the delegations that go; empty for all
     * @param transport how they get there, may be empty
     * @param note for those who travel, may be empty
     * @param host null where nobody is asked
     */
    record SlotContent(
            LocalDate day,
            LocalTime starts,
            LocalTime ends,
            ZoneId zone,
            @Nullable EntryId entry,
            String place,
            String purpose,
            Set<DelegationId> who,
            String transport,
            String note,
            @Nullable Host host) {

        public SlotContent {
            who = Set.copyOf(who);
        }
    }

    /**
     * @param email may be empty: then the answer comes otherwise
     * @param phone for those who travel, printed on their day sheet; may be empty
     */
    record Host(String name, String email, String phone, Language language) {

        public Host(String name, String email, Language language) {
            this(name, email, "", language);
        }

        /** Hides whose it is. */
        @Override
        public String toString() {
            return "Host[…]";
        }
    }

    /** Another time that the host wishes. */
    record HostWish(LocalDate day, LocalTime starts, LocalTime ends) {}

    /**
     * @param entry null where it is not public, or there is none
     * @param said what the host has said, empty for nothing
     */
    record SlotLine(
            SlotId id,
            SlotContent content,
            @Nullable EntryCard entry,
            HostState host,
            @Nullable HostWish wish,
            String said,
            @Nullable Instant askedAt,
            List<StoredFile> papers,
            long version) {

        public SlotLine {
            papers = List.copyOf(papers);
        }
    }

    /**
     * What a host sees: the one visit, and how many come.
     *
     * @param people how many travellers come; 0 while nobody is known
     * @param open whether something can be said
     */
    record HostPage(
            String code,
            LocalizedText mission,
            String house,
            Language language,
            String host,
            LocalDate day,
            LocalTime starts,
            LocalTime ends,
            ZoneId zone,
            String place,
            String purpose,
            List<String> delegations,
            int people,
            HostState state,
            @Nullable HostWish wish,
            String said,
            boolean open) {

        public HostPage {
            delegations = List.copyOf(delegations);
        }
    }
}
