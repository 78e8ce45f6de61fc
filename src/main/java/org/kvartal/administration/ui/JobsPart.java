package org.kvartal.administration.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.kvartal.administration.HouseWatch;
import org.kvartal.kernel.FailedJobs.FailedJob;
import org.kvartal.shell.RelativeTime;

/** Jobs whose last run failed. */
class JobsPart extends WatchRows {

    private static final int ROWS = 20;

    private final HouseWatch watch;
    private final Runnable changed;

    JobsPart(HouseWatch watch, WatchWords words, Runnable changed) {
        super(words, "jobs");
        this.watch = watch;
        this.changed = changed;
    }

    void open() {
        clear();
        List<FailedJob> jobs = watch.jobs(words().asker(), ROWS + 1);
        jobs.stream().limit(ROWS).forEach(this::row);
        note(
                jobs.isEmpty()
                        ? words().say("jobs.none")
                        : words().say("jobs.about")
                                + (jobs.size() > ROWS ? " " + words().say("shown-first", ROWS) : ""));
    }

    private void row(FailedJob job) {
        line(
                job.job(),
                null,
                new Component[] {
                    small(words().say("jobs.times", job.times())),
                    new RelativeTime(job.last(), words().wording(), words().reader()),
                    small(words().say("jobs.next", words().when(job.next())))
                },
                press(
                        "jobs.now",
                        job.job(),
                        "jobs.now-done",
                        () -> watch.runJobNow(words().asker(), job.job(), job.instance()),
                        this::again));
    }

    private void again() {
        open();
        changed.run();
    }
}
