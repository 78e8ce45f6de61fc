package org.kvartal.kernel;

import java.time.Instant;
import java.util.List;

/**
 * Jobs whose last run failed. They run again by themselves; somebody who has mended the cause need not wait for it. Whoever calls has checked that it may
 * be done.
 */
public interface FailedJobs {

    /**
     * One of them.
     *
     * @param job its name, such as {@code mail.send-waiting}
     * @param instance tells several of one name apart
     * @param times how often it failed in a row
     */
    record FailedJob(String job, String instance, int times, Instant last, Instant next) {}

    long count();

    /** Those that failed last first. */
    List<FailedJob> latest(int limit);

    /** Lets one run now; false where it is no longer one of them, or runs already. */
    boolean runNow(String job, String instance);

    /** The names of all jobs that come again and again. */
    List<String> recurring();
}
