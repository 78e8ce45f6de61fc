package org.kvartal.missions.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.NewRelation;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.RelationId;
import org.kvartal.alliance.RelationKind;
import org.kvartal.alliance.RoughDate;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberId;
import org.kvartal.missions.AgreementEnded;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.AgreementInForce;
import org.kvartal.missions.AgreementKind;
import org.kvartal.missions.Party;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is in force stands in the directory: a dated relation between each two of its parties that have a public entry there. What the directory refuses, since it says so already,
 * stays as it is there.
 */
@Component
class InTheDirectory {

    private final AgreementRepository agreements;
    private final AgreementParties signatures;
    private final Directory directory;
    private final Entries entries;
    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    InTheDirectory(
            AgreementRepository agreements,
            AgreementParties signatures,
            Directory directory,
            Entries entries,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.agreements = agreements;
        this.signatures = signatures;
        this.directory = directory;
        this.entries = entries;
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @ApplicationModuleListener(id = "missions.agreement-into-the-directory")
    void on(AgreementInForce fact) {
        Agreement agreement = agreements.findById(fact.agreement().value()).orElseThrow();
        List<EntryId> ends = ends(agreement.id());
        for (int i = 0; i < ends.size(); i++) {
            for (int j = i + 1; j < ends.size(); j++) {
                state(agreement, ends.get(i), ends.get(j));
            }
        }
    }

    @ApplicationModuleListener(id = "missions.agreement-ends-in-the-directory")
    void on(AgreementEnded fact) {
        Agreement agreement = agreements.findById(fact.agreement().value()).orElseThrow();
        LocalDate last = agreement.endedOn();
        if (last == null) {
            return;
        }
        jdbc.sql("SELECT relation FROM agreement_relation WHERE agreement = :id ORDER BY relation")
                .param("id", fact.agreement().value())
                .query((row, _) -> new RelationId(Columns.id(row, "relation")))
                .list()
                .forEach(relation -> end(agreement, relation, last));
    }

    /** The public entries of the parties, in their order. */
    private List<EntryId> ends(AgreementId agreement) {
        List<Party> all = signatures.of(agreement).stream()
                .map(AgreementParties.Signing::party)
                .toList();
        List<EntryId> named = new ArrayList<>();
        List<MemberId> members = new ArrayList<>();
        for (Party party : all) {
            switch (party) {
                case Party.OfEntry(EntryId entry) -> named.add(entry);
                case Party.OfMember(MemberId member) -> members.add(member);
                case Party.Named _ -> {}
            }
        }
        Map<EntryId, EntryCard> there = directory.cards(named);
        Map<MemberId, EntryCard> standing = directory.standing(members);
        return all.stream()
                .map(party -> switch (party) {
                    case Party.OfEntry(EntryId entry) -> there.get(entry);
                    case Party.OfMember(MemberId member) -> standing.get(member);
                    case Party.Named _ -> (EntryCard) null;
                })
                .filter(Objects::nonNull)
                .map(EntryCard::id)
                .distinct()
                .toList();
    }

    private void state(Agreement agreement, EntryId one, EntryId other) {
        try {
            apart.executeWithoutResult(_ -> {
                RelationId relation = relation(agreement.id(), one, other);
                if (relation != null) {
                    entries.relate(MissionTrail.HOUSE, said(agreement, relation, one, other));
                }
            });
        } catch (Refused | NotFound saidAlready) {
            // The directory says the same of these two already, or one of them is not public any more.
        }
    }

    /** Null where it is stated already. */
    private @Nullable RelationId relation(AgreementId agreement, EntryId one, EntryId other) {
        UUID id = Ids.next();
        int stated = jdbc.sql("""
                INSERT INTO agreement_relation (relation, agreement, one, other)
                VALUES (:relation, :agreement, :one, :other) ON CONFLICT DO NOTHING""")
                .param("relation", id)
                .param("agreement", agreement.value())
                .param("one", one.value())
                .param("other", other.value())
                .update();
        return stated == 0 ? null : new RelationId(id);
    }

    private static NewRelation said(Agreement agreement, RelationId relation, EntryId one, EntryId other) {
        LocalDate starts = agreement.starts();
        LocalDate ends = agreement.ends();
        return new NewRelation(
                relation,
                one,
                agreement.kind() == AgreementKind.TWINNING ? RelationKind.TWINNED_WITH : RelationKind.AGREEMENT,
                other,
                starts == null ? null : RoughDate.of(starts),
                ends == null ? null : RoughDate.of(ends),
                agreement.shown() ? shortened(agreement.title()) : null,
                agreement.code());
    }

    private static LocalizedText shortened(LocalizedText title) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        title.texts().forEach((language, text) -> texts.put(language, Typed.shortened(text, EntryContent.TEXT_LENGTH)));
        return new LocalizedText(title.source(), texts);
    }

    private void end(Agreement agreement, RelationId relation, LocalDate last) {
        LocalDate starts = agreement.starts();
        try {
            apart.executeWithoutResult(_ -> {
                if (starts != null && last.isBefore(starts)) {
                    entries.withdraw(MissionTrail.HOUSE, relation);
                } else {
                    entries.end(MissionTrail.HOUSE, relation, RoughDate.of(last));
                }
            });
        } catch (NotFound goneThere) {
            // Somebody has taken it out of the directory.
        }
    }
}
