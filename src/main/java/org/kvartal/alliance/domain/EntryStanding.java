package org.kvartal.alliance.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryDesk.RevisionState;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.RelationId;
import org.kvartal.alliance.RevisionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Members;
import org.springframework.stereotype.Component;

/** For which member an entry stands, and with it who answers for the entry; the ledger is locked. */
@Component
class EntryStanding {

    private final EntryRepository entries;
    private final EntryProposalRepository proposals;
    private final EntryRelationRepository relations;
    private final EntryWriting writing;
    private final EntryErrands errands;
    private final Members members;

    EntryStanding(
            EntryRepository entries,
            EntryProposalRepository proposals,
            EntryRelationRepository relations,
            EntryWriting writing,
            EntryErrands errands,
            Members members) {
        this.entries = entries;
        this.proposals = proposals;
        this.relations = relations;
        this.writing = writing;
        this.errands = errands;
        this.members = members;
    }

    /**
     * Takes the draft out of a member's place that the house made and nobody has touched; anything else stays there.
     *
     * @throws Refused at {@code member} if there is none, or its place is taken
     */
    void makeWay(@Nullable MemberId member) {
        if (member == null) {
            return;
        }
        if (members.find(Asker.guest(), member).isEmpty()) {
            throw Refused.at("member", "alliance.refused.member-unknown");
        }
        entries.findByMember(member.value()).ifPresent(other -> {
            if (!other.untouchedDraft()) {
                throw Refused.at("member", "alliance.refused.member-taken");
            }
            forget(other);
        });
    }

    /** Whether a member belongs to the house now. */
    boolean current(@Nullable MemberId member) {
        return member != null && members.current(Set.of(member)).contains(member);
    }

    /** Removes a draft that nobody has touched, with all that waits because of it. */
    void forget(Entry draft) {
        errands.forgotten(draft.id(), writing.forget(draft));
    }

    /** Lets what waits for those who answered for an entry wait for those who do now. */
    void handOver(Entry entry) {
        List<RevisionId> waiting =
                proposals.findByEntryAndStateOrderById(entry.id().value(), RevisionState.WAITING).stream()
                        .map(EntryProposal::id)
                        .toList();
        Map<RelationId, Entry> asked = new LinkedHashMap<>();
        for (EntryRelation relation : relations.findByAsksOrderById(entry.id().value())) {
            EntryId proposing = relation.from().equals(entry.id()) ? relation.to() : relation.from();
            asked.put(relation.id(), entries.findById(proposing.value()).orElseThrow(NotFound::new));
        }
        errands.handedOver(entry, waiting, asked);
    }
}
