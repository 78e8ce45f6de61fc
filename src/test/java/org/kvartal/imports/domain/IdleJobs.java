package org.kvartal.imports.domain;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Primary;

/** Jobs that are noted and never begun: the test does the work itself. */
@TestConfiguration(proxyBeanMethods = false)
@Primary
class IdleJobs extends Jobs {

    final List<UUID> asked = new CopyOnWriteArrayList<>();

    IdleJobs(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        super(scheduler, clock);
    }

    @Override
    void goOn(UUID batch) {
        asked.add(batch);
    }
}
