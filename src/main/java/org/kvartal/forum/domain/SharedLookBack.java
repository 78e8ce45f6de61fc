package org.kvartal.forum.domain;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.MinutesDesk.LookBack;
import org.kvartal.forum.SessionId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a room looks back at, read once for all phones that turn to it in the same moment: each language takes a constant number of queries. */
@Component
class SharedLookBack {

    private final SnapshotReads reads;
    private final LookingBack lookingBack;
    private final Permissions permissions;
    private final TransactionTemplate reading;
    private final ReadTogether<Looking, PersonId, Looked> looked = new ReadTogether<>(this::looked);

    SharedLookBack(
            SnapshotReads reads,
            LookingBack lookingBack,
            Permissions permissions,
            PlatformTransactionManager transactions) {
        this.reads = reads;
        this.lookingBack = lookingBack;
        this.permissions = permissions;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    private record Looking(SessionId session, Language language) {}

    /** @param readers who of those who have asked may see it */
    private record Looked(Optional<LookBack> seen, Set<PersonId> readers) {}

    Optional<LookBack> of(Asker asker, SessionId session, Language language) {
        return asker.person().flatMap(person -> {
            Looked read = looked.read(new Looking(session, language), person);
            return read.readers().contains(person) ? read.seen() : Optional.empty();
        });
    }

    private Looked looked(Looking what, Set<PersonId> persons) {
        return Objects.requireNonNull(reading.execute(_ -> reads.minded(what.session())
                .map(minded -> {
                    Set<PersonId> readers = new HashSet<>(permissions.among(persons, ForumRights.READ, Scope.PLATFORM));
                    readers.addAll(permissions.among(persons, ForumRights.FACILITATE, ForumRights.in(minded.series())));
                    return new Looked(
                            readers.isEmpty()
                                    ? Optional.empty()
                                    : lookingBack.forMembers(minded.about(), what.language()),
                            readers);
                })
                .orElseGet(() -> new Looked(Optional.empty(), Set.of()))));
    }
}
