package org.kvartal.imports.domain;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.util.UUID;
import org.kvartal.kernel.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has the work on an import done soon, on some node, once the caller's transaction has committed. */
@Component
class Jobs {

    /** The job that goes on with the import whose id its own begins with. */
    static final TaskDescriptor<Void> GO_ON = TaskDescriptor.of("imports.go-on");

    private static final int ID_LENGTH = 36;

    /** Asked for late: the scheduler needs all jobs, and a job of a module above may need imports. */
    private final ObjectProvider<SchedulerClient> scheduler;

    private final Clock clock;

    Jobs(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Each call is a job of its own: an earlier one may be ending just now. Two that meet do no harm. */
    void goOn(UUID batch) {
        scheduler
                .getObject()
                .scheduleIfNotExists(GO_ON.instance(batch + "/" + Ids.next()).scheduledTo(clock.instant()));
    }

    static UUID batch(String job) {
        return UUID.fromString(job.substring(0, ID_LENGTH));
    }
}
