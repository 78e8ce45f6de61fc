package org.kvartal.alliance.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Role;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.EditorialState;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.RelationId;
import org.kvartal.alliance.RevisionId;
import org.kvartal.alliance.domain.EntryLedger.Forgotten;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberId;
import org.kvartal.notifications.Notice;
import org.kvartal.notifications.Notifications;
import org.kvartal.tasks.Audience;
import org.kvartal.tasks.TaskWish;
import org.kvartal.tasks.Tasks;
import org.springframework.stereotype.Component;

/** Who owes something to an entry, and who is told what became of it; in the transaction of the act that causes it. */
@Component
class EntryErrands {

    /** Those who own what stands for a member. */
    static final String OWNERS = "owner";

    private static final String OFFICE = Audience.role(Role.OFFICER.name());

    private final Tasks tasks;
    private final Notifications notifications;
    private final Mandates mandates;
    private final EntryKeepers keepers;

    EntryErrands(Tasks tasks, Notifications notifications, Mandates mandates, EntryKeepers keepers) {
        this.tasks = tasks;
        this.notifications = notifications;
        this.mandates = mandates;
        this.keepers = keepers;
    }

    /** An entry waits to become public: for its owners, or for the office. */
    void waits(Entry entry) {
        MemberId member = entry.member();
        tasks.open(new TaskWish(
                "alliance.entry:" + entry.id(),
                member == null ? OFFICE : Audience.of(OWNERS, member.value()),
                member == null ? "alliance.task.decide-entry" : "alliance.task.publish-entry",
                List.of(name(entry)),
                AlliancePages.edit(entry.slug()),
                null));
        tell(EntryNotices.DRAFTED, entry.id().value(), primaries(entry));
    }

    /** A member whose entry waits has somebody new to look at it. */
    void waitsFor(Entry entry, PersonId primary) {
        tell(EntryNotices.DRAFTED, entry.id().value(), Set.of(primary));
    }

    /** An entry waits no more; whoever had suggested it hears what was decided, unless they did. */
    void decided(Entry entry, @Nullable PersonId by) {
        tasks.done("alliance.entry:" + entry.id());
        PersonId maker = entry.madeBy();
        if (maker != null && !maker.equals(by)) {
            tell(EntryNotices.ENTRY_DECIDED, entry.id().value(), Set.of(maker));
        }
    }

    /** A draft is gone, and all that was asked about it. */
    void forgotten(EntryId draft, Forgotten with) {
        tasks.done("alliance.entry:" + draft);
        with.changes().forEach(this::changeSettled);
        with.relations().forEach(this::relationSettled);
    }

    /**
     * Others answer for an entry now: what waited for those before waits for them.
     *
     * @param changes that wait
     * @param relations to which the entry has yet to agree, by the entries that propose them
     */
    void handedOver(Entry entry, List<RevisionId> changes, Map<RelationId, Entry> relations) {
        if (entry.state() == EditorialState.SUGGESTED) {
            tasks.done("alliance.entry:" + entry.id());
            waits(entry);
        }
        changes.forEach(change -> {
            changeSettled(change);
            changeWaits(entry, change);
        });
        relations.forEach((relation, proposing) -> {
            relationSettled(relation);
            relationAsks(relation, entry, proposing);
        });
    }

    void changeWaits(Entry entry, RevisionId revision) {
        tasks.open(new TaskWish(
                "alliance.change:" + revision,
                audience(entry),
                "alliance.task.decide-change",
                List.of(name(entry)),
                AlliancePages.suggestion(revision),
                null));
        tell(EntryNotices.CHANGE_SUGGESTED, revision.value(), primaries(entry));
    }

    void changeDecided(EntryProposal proposal) {
        changeSettled(proposal.id());
        tell(EntryNotices.CHANGE_DECIDED, proposal.id().value(), Set.of(proposal.madeBy()));
    }

    private void changeSettled(RevisionId revision) {
        tasks.done("alliance.change:" + revision);
    }

    /** The keepers of one end have yet to agree to what the other end proposes. */
    void relationAsks(RelationId relation, Entry asked, Entry proposing) {
        tasks.open(new TaskWish(
                "alliance.relation:" + relation,
                audience(asked),
                "alliance.task.agree",
                List.of(name(proposing), name(asked)),
                AlliancePages.edit(asked.slug()),
                null));
        tell(EntryNotices.RELATION_PROPOSED, relation.value(), primaries(asked));
    }

    void relationSettled(RelationId relation) {
        tasks.done("alliance.relation:" + relation);
    }

    private String audience(Entry entry) {
        MemberId member = entry.member();
        return member == null || keepers.ownership(member).isEmpty() ? OFFICE : Audience.of(OWNERS, member.value());
    }

    private Set<PersonId> primaries(Entry entry) {
        MemberId member = entry.member();
        return member == null ? Set.of() : mandates.primaries(Set.of(member)).getOrDefault(member, Set.of());
    }

    private void tell(String kind, UUID subject, Set<PersonId> to) {
        if (!to.isEmpty()) {
            notifications.tell(new Notice(kind + ":" + subject, kind, subject, to));
        }
    }

    /** A task has one wording for all: the English name, or the official one. */
    private static String name(Entry entry) {
        return entry.content().names().in(Language.EN);
    }
}
