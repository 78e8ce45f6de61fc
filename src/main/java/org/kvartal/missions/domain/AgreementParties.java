package org.kvartal.missions.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.Agreements;
import org.kvartal.missions.Party;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Between whom agreements are, and who of them has signed. */
@Component
class AgreementParties {

    private final Parties parties;
    private final JdbcClient jdbc;

    AgreementParties(Parties parties, JdbcClient jdbc) {
        this.parties = parties;
        this.jdbc = jdbc;
    }

    record Signing(
            int place, Party party, String signer, @Nullable LocalDate signedOn) {}

    /** @throws Refused at {@code parties} unless they are two or more, each once */
    List<Party> checked(Asker by, List<Party> wished) {
        List<Party> kept = new ArrayList<>();
        for (Party party : wished) {
            parties.requireKnown(by, "parties", party);
            kept.add(
                    party instanceof Party.Named(String name)
                            ? new Party.Named(Typed.requiredLine("parties", name, Agreements.NAME_LENGTH))
                            : party);
        }
        if (kept.size() < 2 || new LinkedHashSet<>(kept).size() < kept.size()) {
            throw Refused.at("parties", "missions.refused.parties");
        }
        if (kept.size() > Agreements.MOST_PARTIES) {
            throw Refused.at("parties", "missions.refused.too-many", Agreements.MOST_PARTIES);
        }
        return kept;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void replace(AgreementId agreement, List<Party> wished) {
        jdbc.sql("DELETE FROM agreement_party WHERE agreement = :id")
                .param("id", agreement.value())
                .update();
        for (int i = 0; i < wished.size(); i++) {
            Party party = wished.get(i);
            jdbc.sql("""
                    INSERT INTO agreement_party (agreement, place, member, entry, name, signer)
                    VALUES (:agreement, :place, :member::uuid, :entry::uuid, :name, '')""")
                    .param("agreement", agreement.value())
                    .param("place", i + 1)
                    .param("member", Stored.member(party))
                    .param("entry", Stored.entry(party))
                    .param("name", party instanceof Party.Named(String name) ? name : "")
                    .update();
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void sign(Asker by, AgreementId agreement, int place, String signer, LocalDate on) {
        int signed = jdbc.sql("""
                UPDATE agreement_party SET signer = :signer, signed_on = :on, recorded_by = :by::uuid
                 WHERE agreement = :agreement AND place = :place AND signed_on IS NULL""")
                .param("signer", signer)
                .param("on", on)
                .param("by", by.person().map(PersonId::value).orElse(null))
                .param("agreement", agreement.value())
                .param("place", place)
                .update();
        if (signed == 0) {
            throw Refused.because("missions.refused.state");
        }
    }

    List<Signing> of(AgreementId agreement) {
        return of(List.of(agreement)).getOrDefault(agreement, List.of());
    }

    /** Of many, in one query, each in its order. */
    Map<AgreementId, List<Signing>> of(Collection<AgreementId> agreements) {
        Map<AgreementId, List<Signing>> all = new HashMap<>();
        jdbc.sql("SELECT * FROM agreement_party WHERE agreement = ANY (:ids) ORDER BY agreement, place")
                .param("ids", agreements.stream().map(AgreementId::value).toArray(UUID[]::new))
                .query(row -> {
                    Party party = Stored.party(row, "member", "entry");
                    all.computeIfAbsent(new AgreementId(Columns.id(row, "agreement")), _ -> new ArrayList<>())
                            .add(new Signing(
                                    row.getInt("place"),
                                    party == null ? new Party.Named(row.getString("name")) : party,
                                    row.getString("signer"),
                                    Stored.dayOrNull(row, "signed_on")));
                });
        return all;
    }
}
