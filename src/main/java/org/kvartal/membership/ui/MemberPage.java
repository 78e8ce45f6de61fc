package org.kvartal.membership.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.membership.Admissions.QueueRow;
import org.kvartal.membership.Bodies.BodyCard;
import org.kvartal.membership.Mandates.HeldMandate;
import org.kvartal.membership.Mandates.MandateLine;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.Members.MemberProfile;

/**
 * What one reader sees of a member.
 *
 * @param face whose it is where a person is the member
 * @param mandates who represents it, where it is an organisation
 * @param requests who wants to represent it and waits for an answer, for whoever may answer or read that
 * @param held what the person holds or is invited to, for themselves and the office
 * @param speaksFor whom the person may speak for, for others
 * @param bodies in which bodies the person is
 * @param suspended whether the person is kept out for a while, for whoever may know it
 * @param names of its city and its sectors
 * @param own whether it is the reader, or an organisation that the reader answers for
 */
record MemberPage(
        MemberProfile profile,
        @Nullable PersonCard face,
        List<MandateLine> mandates,
        List<QueueRow> requests,
        List<HeldMandate> held,
        List<MemberCard> speaksFor,
        List<BodyCard> bodies,
        boolean suspended,
        Names names,
        boolean own) {

    boolean organisation() {
        return profile.card().kind().organisation();
    }
}
