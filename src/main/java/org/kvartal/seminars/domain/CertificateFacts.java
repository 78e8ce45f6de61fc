package org.kvartal.seminars.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.kvartal.accounts.DisplayName;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Sectors;
import org.kvartal.membership.Sectors.Sector;
import org.kvartal.seminars.Certificates.Facts;
import org.kvartal.seminars.RegistrationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings together what a certificate says, as it is now. */
@Component
class CertificateFacts {

    private final People people;
    private final Sectors sectors;
    private final House house;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    CertificateFacts(People people, Sectors sectors, House house, JdbcClient jdbc, HouseClock clock) {
        this.people = people;
        this.sectors = sectors;
        this.house = house;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param name of the holder as it shall be printed; empty for as they are called now */
    Facts of(RegistrationId registration, CertificateCode number, PersonId signer, String name) {
        String signs = people.card(signer).map(PersonCard::name).orElse("");
        Map<String, LocalizedText> topics =
                sectors.all().stream().collect(Collectors.toMap(Sector::code, Sector::name));
        LocalDate today = clock.today();
        return jdbc.sql("""
            SELECT r.person, r.name, r.language, s.title, s.hours, s.topics, s.starts, s.ends, s.place, s.valid_months
              FROM seminar_registration r JOIN seminar s ON s.id = r.seminar WHERE r.id = :id""")
                .param("id", registration.value())
                .query((row, _) -> {
                    PersonId person = Columns.personOrNull(row, "person");
                    PersonCard card =
                            person == null ? null : people.card(person).orElse(null);
                    Integer months = Stored.numberOrNull(row, "valid_months");
                    String called = card == null ? row.getString("name") : card.name();
                    return new Facts(
                            number.toString(),
                            name.isBlank() ? called : DisplayName.of(name).value(),
                            Stored.text(row, "title"),
                            Stored.decimal(row, "hours"),
                            Stored.words(row, "topics").stream()
                                    .sorted()
                                    .map(topics::get)
                                    .filter(Objects::nonNull)
                                    .toList(),
                            Stored.local(row, "starts").toLocalDate(),
                            Stored.local(row, "ends").toLocalDate(),
                            row.getString("place"),
                            house.name(),
                            signs,
                            today,
                            months == null ? null : today.plusMonths(months),
                            card == null ? Columns.language(row, "language") : card.language());
                })
                .optional()
                .orElseThrow(NotFound::new);
    }
}
