package org.kvartal.missions.domain;

import java.util.Optional;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.Party;
import org.kvartal.missions.ProjectSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Projects are begun from agreements and missions, too. */
@Configuration(proxyBeanMethods = false)
class OwnSources {

    @Bean
    ProjectSource projectsFromAgreements(JdbcClient jdbc, AgreementSight sight, AgreementParties signatures) {
        return (asker, code) -> MissionCode.of(MissionCode.AGREEMENT, code)
                .flatMap(wanted -> ofAgreement(jdbc, sight, signatures, asker, wanted));
    }

    private static Optional<ProjectSource.Source> ofAgreement(
            JdbcClient jdbc, AgreementSight sight, AgreementParties signatures, Asker asker, MissionCode wanted) {
        return jdbc.sql("SELECT a.id, a.title FROM agreement a WHERE a.year = :year AND a.number = :number AND"
                        + AgreementSight.WHOLE)
                .params(sight.values(asker))
                .param("year", wanted.year())
                .param("number", wanted.number())
                .query((row, _) -> {
                    AgreementId id = new AgreementId(Columns.id(row, "id"));
                    Party with = signatures.of(id).stream()
                            .map(AgreementParties.Signing::party)
                            .filter(party -> !(party instanceof Party.Named))
                            .findFirst()
                            .orElse(null);
                    return new ProjectSource.Source(wanted.toString(), Stored.text(row, "title"), id.traced(), with);
                })
                .optional();
    }

    @Bean
    ProjectSource projectsFromMissions(JdbcClient jdbc, ProjectSight sight) {
        return (asker, code) -> MissionCode.of(MissionCode.MISSION, code)
                .flatMap(wanted -> jdbc.sql(
                                "SELECT m.id, m.title FROM mission m WHERE m.year = :year AND m.number = :number AND"
                                        + ProjectSight.KNOWN_MISSION)
                        .params(sight.values(asker))
                        .param("year", wanted.year())
                        .param("number", wanted.number())
                        .query((row, _) -> new ProjectSource.Source(
                                wanted.toString(),
                                Stored.text(row, "title"),
                                new MissionId(Columns.id(row, "id")).traced(),
                                null))
                        .optional());
    }
}
