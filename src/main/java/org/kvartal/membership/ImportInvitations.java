package org.kvartal.membership;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.imports.ImportId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.live.LiveTopic;

/**
 * Invites the people whom an import has brought in: one letter to each address, in its language, which speaks of everything that the import holds
 * for it. Nobody is invited twice to the same. Behind the letter's link is one button: it lets the person in, confirms what they belong to, and
 * takes up their mandates.
 *
 * @see "Decision record 0051, who comes from a table is invited by one letter"
 */
public interface ImportInvitations {

    /** How long the link of a letter works. */
    int DAYS = 30;

    /**
     * How far the invitations of an import are; empty where there is nobody to invite.
     *
     * @throws org.kvartal.kernel.Forbidden if the asker may not {@link MembershipRights#ADMIT}
     */
    Optional<Round> round(Asker asker, ImportId id);

    /**
     * Has letters sent to all who got none yet; a job does it. Where it is under way, or nobody is left, nothing happens.
     *
     * @throws org.kvartal.kernel.Forbidden if the asker may not {@link MembershipRights#ADMIT}
     */
    void send(Asker by, ImportId id);

    /** What the link of a letter offers, if it still works. Changes nothing. */
    Optional<Invited> look(String token);

    /**
     * Takes up everything that the letter offers, and uses the link up.
     *
     * @return who it is, to be let in; empty where the link no longer works
     */
    Optional<PersonId> accept(String token);

    /** What to listen to in order to hear that the letters of an import have got on, or that somebody has come. */
    static LiveTopic topic(ImportId id) {
        return new LiveTopic("invitations", id.value());
    }

    /**
     * @param waiting how many letters may go out still
     * @param sent how many have
     * @param accepted how many people have come by them
     * @param settledAt when the last letter was written, null while the house is at work or nothing was sent
     */
    record Round(
            int waiting,
            int sent,
            int accepted,
            boolean atWork,
            @Nullable Instant settledAt) {

        /** Of an import that has brought in nobody with an address. */
        public static final Round NONE = new Round(0, 0, 0, false, null);
    }

    /**
     * @param member whether the person is a member themselves
     * @param mandates for whom they may speak
     */
    record Invited(String name, boolean member, List<Offer> mandates, Instant until) {}

    /** A mandate that waits. */
    record Offer(LocalizedText association, RepresentationKind kind) {}
}
