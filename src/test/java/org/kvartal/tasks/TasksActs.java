package org.kvartal.tasks;

import java.util.List;
import java.util.Map;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.rights.RightsActs;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** What may be seen of tasks, for the walker of the rights matrix. */
@TestConfiguration(proxyBeanMethods = false)
public class TasksActs implements RightsActs {

    private final Tasks tasks;
    private final TransactionTemplate transaction;

    TasksActs(Tasks tasks, TransactionTemplate transaction) {
        this.tasks = tasks;
        this.transaction = transaction;
    }

    @Override
    public Map<String, Act> acts() {
        return Map.of(
                "see what one owes",
                by -> see(by, Audience.person(by.requirePerson())),
                "see what somebody else owes",
                by -> see(by, Audience.person(PersonId.next())),
                "see what waits for the office",
                by -> see(by, Audience.role("OFFICER")));
    }

    private void see(Asker by, String audience) {
        String key = "trial.rights:" + Ids.next();
        transaction.executeWithoutResult(
                _ -> tasks.open(new TaskWish(key, audience, "trial.task.answer", List.of("x"), "/app", null)));
        boolean seen = tasks.owed(by, 500).stream().anyMatch(task -> task.key().equals(key));
        transaction.executeWithoutResult(_ -> tasks.done(key));
        if (!seen) {
            throw new NotFound();
        }
    }
}
