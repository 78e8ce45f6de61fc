package org.kvartal.accounts.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.mail.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads addresses beside the names and languages that letters greet with. */
@Component
class Addresses implements Correspondence {

    private final JdbcClient jdbc;
    private final AccountRepository accounts;

    Addresses(JdbcClient jdbc, AccountRepository accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Recipient> recipient(PersonId person) {
        return Optional.ofNullable(recipients(List.of(person)).get(person));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, Recipient> recipients(Collection<PersonId> people) {
        return recipients(people, "");
    }

    @Override
    @Transactional(readOnly = true)
    public Map<PersonId, Recipient> readers(Collection<PersonId> people) {
        return recipients(people, """
                AND NOT EXISTS (SELECT FROM suspension s WHERE s.person = p.id)
                AND NOT EXISTS (SELECT FROM erasure e WHERE e.person = p.id AND e.done_at IS NULL)
                """);
    }

    private Map<PersonId, Recipient> recipients(Collection<PersonId> people, String but) {
        if (people.isEmpty()) {
            return Map.of();
        }
        Map<PersonId, Recipient> recipients = new HashMap<>();
        jdbc.sql("""
                SELECT p.id, p.name, p.language, a.address
                  FROM person p JOIN account a ON a.person = p.id
                 WHERE p.id = ANY (:ids) %s
                """.formatted(but))
                .param("ids", people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .query(row -> {
                    recipients.put(
                            Columns.person(row, "id"),
                            new Recipient(
                                    row.getString("name"),
                                    row.getString("address"),
                                    Columns.language(row, "language")));
                });
        return recipients;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PersonId> personAt(String email) {
        EmailAddress address;
        try {
            address = EmailAddress.of(email);
        } catch (Refused malformed) {
            return Optional.empty();
        }
        return accounts.findByAddressFolded(address.folded()).map(Account::person);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, PersonId> peopleAt(Collection<String> emails) {
        Map<String, List<String>> byFolded = new HashMap<>();
        for (String email : emails) {
            try {
                byFolded.computeIfAbsent(EmailAddress.of(email).folded(), _ -> new ArrayList<>())
                        .add(email);
            } catch (Refused malformed) {
                // It is nobody's.
            }
        }
        Map<String, PersonId> people = new HashMap<>();
        if (!byFolded.isEmpty()) {
            jdbc.sql("SELECT person, address_folded FROM account WHERE address_folded = ANY (:addresses)")
                    .param("addresses", byFolded.keySet().toArray(String[]::new))
                    .query(row -> {
                        PersonId person = Columns.person(row, "person");
                        byFolded.getOrDefault(row.getString("address_folded"), List.of())
                                .forEach(email -> people.put(email, person));
                    });
        }
        return people;
    }
}
