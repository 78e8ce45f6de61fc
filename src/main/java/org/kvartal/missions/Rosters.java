package org.kvartal.missions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;

/**
 * Who travels. A delegation fills its roster in by a link, without an account. Whom to call in an emergency sees the mission's coordinator alone, and each look is written
 * into the audit trail; that, and what else is known of travellers beyond their names, is forgotten {@value #PURGE_DAYS} days after the end.
 */
public interface Rosters {

    int PURGE_DAYS = 30;
    int NAME_LENGTH = 160;
    int LINE_LENGTH = 200;
    int MOST_DELEGATIONS = 50;
    int MOST_TRAVELLERS = 100;

    /**
     * Adds a delegation, or changes it.
     *
     * @throws org.kvartal.kernel.Refused at {@code name}, {@code party} or {@code email}
     */
    void put(Asker by, MissionId mission, DelegationId delegation, DelegationContent content);

    /** What is known of a delegation, its head's address included, for whoever coordinates. */
    DelegationContent content(Asker by, DelegationId delegation);

    /** Takes a delegation out with everybody in it. */
    void drop(Asker by, DelegationId delegation);

    /**
     * Sends its head the link by which the roster is filled in; those of before work no more.
     *
     * @throws org.kvartal.kernel.Refused if there is no address, or who travels is settled
     */
    void invite(Asker by, DelegationId delegation);

    /**
     * Says who travels, by the coordinator: who is not in it any more travels no more.
     *
     * @throws org.kvartal.kernel.Refused at {@code travellers.0.name}, {@code travellers.0.email} and so on
     */
    void fill(Asker by, DelegationId delegation, List<TravellerContent> travellers);

    /** Who travels with a delegation: for those who oversee missions and who speak for it. No emergency contacts. */
    List<TravellerLine> of(Asker asker, DelegationId delegation);

    /**
     * Whom to call, for the mission's coordinator alone.
     *
     * @throws org.kvartal.kernel.Forbidden for everybody else
     */
    List<EmergencyLine> emergencies(Asker asker, MissionId mission);

    /** What the link of a delegation leads to, if it still works. Changes nothing. */
    Optional<RosterPage> look(String token);

    /**
     * Says who travels, by the link.
     *
     * @return the page as it stands then; empty where the link does not work any more
     * @throws org.kvartal.kernel.Refused as {@link #fill} does; at {@code travellers} if there is nobody; without a field once who travels is settled
     */
    Optional<RosterPage> fill(String token, List<TravellerContent> travellers);

    /**
     * @param party whose delegation it is, null where only its name is known
     * @param email of its head, empty for none
     */
    record DelegationContent(String name, @Nullable Party party, String head, String email, Language language) {

        /** Hides whose it is. */
        @Override
        public String toString() {
            return "DelegationContent[…]";
        }
    }

    /**
     * Somebody who travels.
     *
     * @param document the last day of the passport or card, null where not said
     * @param emergency whom to call: null leaves what was said before, since nobody but the coordinator is shown it; empty takes it back
     */
    record TravellerContent(
            TravellerId id,
            String name,
            TravellerPart part,
            String role,
            String email,
            String phone,
            String languages,
            String needs,
            @Nullable LocalDate document,
            @Nullable Emergency emergency) {

        /** Hides whose it is. */
        @Override
        public String toString() {
            return "TravellerContent[" + id + "]";
        }
    }

    record Emergency(String name, String phone) {

        /** Hides whose it is. */
        @Override
        public String toString() {
            return "Emergency[…]";
        }
    }

    /** @param content without the emergency contact: always null here */
    record TravellerLine(TravellerContent content, boolean emergency) {}

    record EmergencyLine(String delegation, String traveller, Emergency emergency) {}

    /**
     * @param head who leads the delegation, as far as that was said
     * @param open whether it can still be filled in
     */
    record RosterPage(
            String code,
            LocalizedText mission,
            LocalDate starts,
            LocalDate ends,
            String house,
            Language language,
            String delegation,
            String head,
            List<TravellerLine> travellers,
            boolean open) {

        public RosterPage {
            travellers = List.copyOf(travellers);
        }
    }
}
