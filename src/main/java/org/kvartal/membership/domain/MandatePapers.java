package org.kvartal.membership.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates.MandateDocument;
import org.kvartal.membership.MembershipRights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents of mandates as they are kept, and who may read them. */
@Component
class MandatePapers {

    private final JdbcClient jdbc;
    private final MandateReads reads;
    private final Files files;
    private final People people;
    private final Permissions permissions;

    MandatePapers(JdbcClient jdbc, MandateReads reads, Files files, People people, Permissions permissions) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.files = files;
        this.people = people;
        this.permissions = permissions;
    }

    /** The documents of these mandates, the newest of each first; mandates without one are left out. Who may read them is for the caller to ask. */
    Map<MandateId, List<MandateDocument>> of(Collection<MandateId> mandates) {
        record Paper(
                MandateId mandate, FileId file, @Nullable PersonId by, Instant at) {}
        if (mandates.isEmpty()) {
            return Map.of();
        }
        List<Paper> papers = jdbc.sql("""
                SELECT mandate, file, attached_by, attached_at FROM mandate_document
                 WHERE mandate = ANY (:mandates) ORDER BY mandate, number DESC""")
                .param("mandates", mandates.stream().map(MandateId::value).toArray(UUID[]::new))
                .query((row, _) -> new Paper(
                        new MandateId(Columns.id(row, "mandate")),
                        new FileId(Columns.id(row, "file")),
                        Columns.personOrNull(row, "attached_by"),
                        Columns.moment(row, "attached_at")))
                .list();
        if (papers.isEmpty()) {
            return Map.of();
        }
        Map<FileId, StoredFile> stored =
                files.cards(papers.stream().map(Paper::file).toList());
        Map<PersonId, PersonCard> faces = people.cards(
                papers.stream().map(Paper::by).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<MandateId, List<MandateDocument>> documents = new LinkedHashMap<>();
        for (Paper paper : papers) {
            StoredFile file = stored.get(paper.file());
            if (file != null) {
                documents
                        .computeIfAbsent(paper.mandate(), _ -> new ArrayList<>())
                        .add(new MandateDocument(file, paper.at(), paper.by() == null ? null : faces.get(paper.by())));
            }
        }
        return documents;
    }

    /** Keeps a document as the newest one of a mandate that the caller has locked. */
    void add(MandateId mandate, FileId file, Optional<PersonId> by, Instant now) {
        jdbc.sql("""
                INSERT INTO mandate_document (mandate, number, file, attached_by, attached_at)
                SELECT :mandate, coalesce(max(number), 0) + 1, :file, :by::uuid, :now FROM mandate_document WHERE mandate = :mandate""")
                .param("mandate", mandate.value())
                .param("file", file.value())
                .param("by", by.map(PersonId::value).orElse(null))
                .param("now", Columns.moment(now))
                .update();
    }

    Optional<FileId> newest(MandateId mandate) {
        return jdbc.sql("SELECT file FROM mandate_document WHERE mandate = :mandate ORDER BY number DESC LIMIT 1")
                .param("mandate", mandate.value())
                .query((row, _) -> new FileId(Columns.id(row, "file")))
                .optional();
    }

    /** Whether the asker may read what belongs to a mandate now; what was brought for one that does not stand yet is read by nobody. */
    boolean mayRead(Asker asker, UUID mandate) {
        return asker.person().filter(person -> concerns(person, mandate)).isPresent()
                || (permissions.has(asker, MembershipRights.MANAGE_MANDATES, Scope.PLATFORM)
                        && standing(Set.of(mandate)).contains(mandate));
    }

    /** Whether the mandate is the person's own, or is not over and of an organisation that they represent now. */
    private boolean concerns(PersonId person, UUID mandate) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM mandate w WHERE w.id = :mandate AND (w.person = :person OR (
                               w.ended_at IS NULL AND (w.to_day IS NULL OR w.to_day >= :today)
                               AND EXISTS (SELECT FROM mandate d JOIN member m ON m.id = d.association
                                            WHERE d.association = w.association AND d.person = :person
                                              AND """ + MandateReads.CURRENT + "))))")
                .param("mandate", mandate)
                .param("person", person.value())
                .params(reads.moment())
                .query(Boolean.class)
                .single();
    }

    /** Those of the ids that are mandates'. */
    Set<UUID> standing(Set<UUID> ids) {
        return new HashSet<>(jdbc.sql("SELECT id FROM mandate WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
