package org.kvartal.missions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.alliance.EntryCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.missions.Itinerary.SlotLine;
import org.kvartal.missions.MissionDesk.MissionContent;
import org.kvartal.missions.Projects.FollowUpLine;
import org.kvartal.missions.Projects.ListKey;

/**
 * Missions and delegations as pages show them. What is public of a mission (its title, its days, the places) everybody reads; the rest those who {@linkplain
 * MissionRights#OVERSEE oversee} them and whoever speaks for one of its delegations. Each answer takes a constant number of queries.
 */
public interface Missions {

    /** The newest first, by keyset. */
    MissionList list(Asker asker, MissionFilter filter, @Nullable ListKey before, int limit);

    /** The whole of a mission; empty for those who may read only what is public. */
    Optional<MissionPage> find(Asker asker, String code);

    /** What everybody may read of a public mission. */
    Optional<OpenMission> open(String code);

    /** Changes with all that everybody may read of missions and agreements. */
    long version();

    /** The places that public missions have reached and plan to reach, for a map: each once, those with most visits first. */
    List<ReachedPlace> reached();

    /** What was done in each year, the newest first. */
    List<Year> years();

    /** How many missions everybody may know of. */
    long countOpen();

    /** They all, in a lasting order: for whoever lists all pages. */
    List<OpenPage> openPages(long offset, int limit);

    /** Whether the asker may plan missions. */
    boolean mayPlan(Asker asker);

    /** @param states empty for all */
    record MissionFilter(Set<MissionState> states) {

        public static final MissionFilter ALL = new MissionFilter(Set.of());

        public MissionFilter {
            states = Set.copyOf(states);
        }
    }

    record MissionList(List<MissionLine> missions, @Nullable ListKey next) {

        public MissionList {
            missions = List.copyOf(missions);
        }
    }

    /**
     * @param waiting how many hosts are waited for
     * @param shown whether it is public
     */
    record MissionLine(
            MissionId id,
            String code,
            MissionKind kind,
            MissionState state,
            LocalizedText title,
            LocalDate starts,
            LocalDate ends,
            int delegations,
            int travellers,
            int slots,
            int waiting,
            boolean shown,
            long version) {}

    record GoalLine(int place, LocalizedText text, int target, int reached) {}

    /**
     * @param invitedAt when its head was sent the link last, null where never
     * @param filledAt when its roster was filled in last, null where never
     * @param travellers how many
     * @param link whether its head has an address to which a link can go
     * @param names whether the asker may read who travels
     */
    record DelegationLine(
            DelegationId id,
            String name,
            @Nullable LocalizedText party,
            String head,
            @Nullable Instant invitedAt,
            int travellers,
            @Nullable Instant filledAt,
            boolean link,
            boolean names) {}

    /**
     * @param copiedFrom the code of the one that it was copied from, null for none
     * @param monthly whether it comes again each month
     * @param mayCoordinate whether the asker may change it
     * @param emergencies whether the asker may see whom to call in an emergency
     */
    record MissionPage(
            MissionLine line,
            MissionContent content,
            @Nullable PersonCard coordinator,
            List<GoalLine> goals,
            List<DelegationLine> delegations,
            List<SlotLine> slots,
            List<TripWarning> warnings,
            List<FollowUpLine> followUps,
            @Nullable String copiedFrom,
            boolean monthly,
            String reason,
            boolean mayCoordinate,
            boolean emergencies) {

        public MissionPage {
            goals = List.copyOf(goals);
            delegations = List.copyOf(delegations);
            slots = List.copyOf(slots);
            warnings = List.copyOf(warnings);
            followUps = List.copyOf(followUps);
        }
    }

    /** @param places that it visits, each once, in their order */
    record OpenMission(
            MissionId id,
            String code,
            MissionKind kind,
            MissionState state,
            LocalizedText title,
            @Nullable LocalizedText about,
            LocalDate starts,
            LocalDate ends,
            ZoneId zone,
            int delegations,
            List<EntryCard> places,
            Instant changedAt) {

        public OpenMission {
            places = List.copyOf(places);
        }
    }

    record OpenPage(String code, Instant changedAt) {}

    /**
     * @param visits how many missions were there
     * @param planned how many will be
     * @param last the last day of the latest of them
     */
    record ReachedPlace(EntryCard entry, int visits, int planned, LocalDate last) {}

    /**
     * @param missions that took place
     * @param places that they visited, each counted once
     * @param agreements that came into force
     * @param projects that were begun
     */
    record Year(int year, int missions, int delegations, int people, int places, int agreements, int projects) {}
}
