package org.kvartal.accounts.domain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Erased;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.PersonalData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases who is due, module by module, each in a transaction of its own that notes that it is done: a program that was stopped in the middle goes on behind it. All are
 * asked once before the account goes and once after it, since somebody may have been writing meanwhile.
 */
@Component
class ErasureWork {

    private static final Logger log = LoggerFactory.getLogger(ErasureWork.class);
    private static final Asker ACTOR = Asker.house("erasure");
    private static final String AGAIN = " again";

    private final JdbcClient jdbc;
    private final ObjectProvider<PersonalData> modules;
    private final ErasedList list;
    private final Messages messages;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ErasureWork(
            JdbcClient jdbc,
            ObjectProvider<PersonalData> modules,
            ErasedList list,
            Messages messages,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.modules = modules;
        this.list = list;
        this.messages = messages;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes on with all that are due. */
    void work() {
        jdbc.sql("SELECT person FROM erasure WHERE done_at IS NULL AND due_at <= :now ORDER BY due_at, person")
                .param("now", Columns.moment(clock.instant()))
                .query(UUID.class)
                .list()
                .forEach(id -> work(new PersonId(id)));
    }

    private void work(PersonId person) {
        List<PersonalData> all = modules.stream()
                .sorted(Comparator.comparing(PersonalData::module))
                .toList();
        List<Step> steps = new ArrayList<>();
        all.stream().filter(one -> !own(one)).forEach(one -> steps.add(new Step(one.module(), one)));
        all.stream().filter(ErasureWork::own).forEach(one -> steps.add(new Step(one.module(), one)));
        all.stream().filter(one -> !own(one)).forEach(one -> steps.add(new Step(one.module() + AGAIN, one)));
        boolean whole = true;
        for (Step step : steps) {
            whole &= take(person, step);
        }
        if (whole) {
            finish(person);
        }
    }

    private static boolean own(PersonalData module) {
        return module.module().equals(Profiles.MODULE);
    }

    /** Whether the step is done, now or before. One that fails is told of and tried again; the others do not wait for it. */
    private boolean take(PersonId person, Step step) {
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> {
                Due due = lock(person).orElse(null);
                if (due == null) {
                    return false;
                }
                if (due.done.contains(step.name)) {
                    return true;
                }
                if (own(step.module)) {
                    list.add(person);
                }
                if (!step.module.erase(erased(due))) {
                    return false;
                }
                jdbc.sql("UPDATE erasure SET done = array_append(done, :step) WHERE person = :person")
                        .param("step", step.name)
                        .param("person", person.value())
                        .update();
                return true;
            }));
        } catch (RuntimeException failed) {
            log.error("{} could not be erased from {} and will be tried again", person, step.name, failed);
            return false;
        }
    }

    private void finish(PersonId person) {
        transaction.executeWithoutResult(_ -> {
            int done = jdbc.sql("""
                    UPDATE erasure SET done_at = :now, name = NULL, address = NULL, shown_name = NULL
                     WHERE person = :person AND done_at IS NULL
                    """)
                    .param("now", Columns.moment(clock.instant()))
                    .param("person", person.value())
                    .update();
            if (done == 1) {
                audit.record(AuditEntry.of(ACTOR, "accounts.erased", ErasureBook.subject(person)));
            }
        });
    }

    private Optional<Due> lock(PersonId person) {
        return jdbc.sql("""
                SELECT name, address, shown_name, certificates, done FROM erasure
                 WHERE person = :person AND done_at IS NULL AND due_at <= :now FOR UPDATE
                """)
                .param("person", person.value())
                .param("now", Columns.moment(clock.instant()))
                .query((row, _) -> new Due(
                        person,
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("shown_name"),
                        row.getBoolean("certificates"),
                        Set.of((String[]) row.getArray("done").getArray())))
                .optional();
    }

    private Erased erased(Due due) {
        Map<Language, String> called = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            called.put(language, due.shown == null ? messages.text(language, "accounts.former") : due.shown);
        }
        return new Erased(due.person, due.name, due.address, called, due.certificates);
    }

    private record Step(String name, PersonalData module) {}

    private record Due(
            PersonId person,
            String name,
            @Nullable String address,
            @Nullable String shown,
            boolean certificates,
            Set<String> done) {}
}
