package org.kvartal.kernel.database;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.util.regex.Pattern;
import org.kvartal.kernel.House;

/**
 * Lets the jobs of a module rest that is not in use: they are looked at again later, and go on where they were once it is. What was promised to be forgotten
 * is forgotten all the same.
 */
class RestingJobs implements ExecutionInterceptor {

    private static final Duration LATER = Duration.ofMinutes(5);
    private static final Pattern FORGETTING = Pattern.compile("[a-z]+\\.(?:forget|purge|clear|tidy).*");

    private final House house;

    RestingJobs(House house) {
        this.house = house;
    }

    @Override
    public CompletionHandler<?> execute(TaskInstance<?> job, ExecutionContext context, ExecutionChain chain) {
        if (rests(job.getTaskName())) {
            return (done, after) -> after.reschedule(done, done.getTimeDone().plus(LATER));
        }
        return chain.proceed(job, context);
    }

    /** A job is named after its module. */
    boolean rests(String job) {
        return !house.uses(job.substring(0, Math.max(0, job.indexOf('.'))))
                && !FORGETTING.matcher(job).matches();
    }
}
