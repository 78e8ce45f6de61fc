package org.kvartal.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.tasks.Audience;

/**
 * Bodies of the house: initiative groups, sector networks, the board, and who was in them when. Nothing is deleted; days are those of the house's
 * zone, the first and the last of a term included. Changed by whoever may {@link MembershipRights#MANAGE_BODIES}.
 */
public interface Bodies {

    /**
     * Refuses what can't be a body's address: small Latin letters, digits and single hyphens, at most 60.
     *
     * @throws Refused at {@code slug}
     */
    static void requireSlug(String slug) {
        if (slug.length() > 60 || !slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw Refused.at("slug", "membership.refused.slug", 60);
        }
    }

    /** Of a task that waits for a body: whoever is in it may do it. */
    static String audience(BodyId body) {
        return Audience.of("body", body);
    }

    /**
     * Opens a body. The same id again is the same body, and nothing happens.
     *
     * @throws org.kvartal.kernel.Refused at {@code slug}, {@code name}, {@code purpose}, {@code sector} or {@code minimum}
     */
    void open(Asker by, NewBody body);

    /** @throws org.kvartal.kernel.Refused at a field; without one where somebody has changed it meanwhile */
    void change(Asker by, BodyChange change);

    /**
     * Closes a body: its terms end, its page stays.
     *
     * @throws org.kvartal.kernel.Refused at {@code reason}
     */
    void close(Asker by, BodyId body, long version, String reason);

    /**
     * Says who is in a body. The same id again is the same term, and nothing happens.
     *
     * @throws org.kvartal.kernel.Refused at {@code person} if they are in it in that time already; at {@code from}, {@code to} or {@code decision}
     */
    void appoint(Asker by, NewTerm term);

    /**
     * Ends a term after that day.
     *
     * @throws org.kvartal.kernel.Refused at {@code lastDay} or {@code reason}
     */
    void end(Asker by, TermId term, LocalDate lastDay, String reason);

    /** Says whether others may see that the asker is in a body; at first only those who belong to the house may. */
    void consent(Asker by, BodyId body, boolean shown);

    /** The bodies that are open, by type and name. */
    List<BodyCard> all(Asker asker);

    /**
     * A body as it was on a day; empty where there is none with that address. Who does not belong to the house sees those who agreed to be shown.
     *
     * @param on null for today
     */
    Optional<BodyPage> find(Asker asker, String slug, @Nullable LocalDate on);

    /** Everybody who ever was in a body, newest first. */
    List<TermLine> history(Asker asker, BodyId body);

    /** The bodies that a person is in today, as far as the asker may see them in it: see {@link #find}. */
    List<BodyCard> of(Asker asker, PersonId person);

    /**
     * @param slug the last part of its address: lower-case Latin letters, digits and hyphens; never changed
     * @param sector code, for a sector network
     * @param minimum how many people must be in it before it can act, at least 1
     */
    record NewBody(
            BodyId id,
            String slug,
            BodyType type,
            LocalizedText name,
            @Nullable LocalizedText purpose,
            @Nullable String sector,
            int minimum) {}

    /** @param version the version that the editor began from */
    record BodyChange(
            BodyId body,
            long version,
            LocalizedText name,
            @Nullable LocalizedText purpose,
            @Nullable String sector,
            int minimum) {}

    /**
     * @param to the last day, null for open-ended
     * @param decision where it was decided, such as a protocol's number; empty where nothing is known
     */
    record NewTerm(
            TermId id,
            BodyId body,
            PersonId person,
            BodyRole role,
            LocalDate from,
            @Nullable LocalDate to,
            TermMode mode,
            String decision) {}

    /**
     * @param people how many are in it today
     * @param open whether it was not closed
     */
    record BodyCard(
            BodyId id,
            String slug,
            BodyType type,
            LocalizedText name,
            @Nullable LocalizedText purpose,
            @Nullable String sector,
            int people,
            int minimum,
            boolean open) {

        /** Whether too few are in it to act. */
        public boolean belowMinimum() {
            return people < minimum;
        }
    }

    /**
     * @param on the day that is shown
     * @param people who was in it then: chair and convener first, as far as the asker may see them
     * @param hidden how many more were in it whom the asker may not see
     * @param consent whether the asker, who is in it, agreed to be shown to everybody; null where they are not
     */
    record BodyPage(
            BodyCard card,
            long version,
            LocalDate on,
            List<TermLine> people,
            int hidden,
            @Nullable Boolean consent,
            boolean mayManage) {}

    record TermLine(
            TermId id,
            PersonCard person,
            BodyRole role,
            TermMode mode,
            String decision,
            LocalDate from,
            @Nullable LocalDate to) {}
}
