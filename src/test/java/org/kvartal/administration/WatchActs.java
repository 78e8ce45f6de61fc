package org.kvartal.administration;

import java.util.Map;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.rights.RightsActs;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** What may be done with what has failed, for the walker of the rights matrix. */
@TestConfiguration(proxyBeanMethods = false)
@Import(WatchedHouse.class)
public class WatchActs implements RightsActs {

    private final HouseWatch watch;
    private final WatchedHouse house;

    WatchActs(HouseWatch watch, WatchedHouse house) {
        this.watch = watch;
        this.house = house;
    }

    @Override
    public Map<String, Act> acts() {
        return Map.of(
                "see how the house fares", watch::figures,
                "see the letters that were not delivered", by -> watch.letters(by, null, 1),
                "see the facts that failed", by -> watch.facts(by, 1),
                "see the jobs that failed", by -> watch.jobs(by, 1),
                "send a letter again", by -> watch.sendLetterAgain(by, house.letter("Hello", "421 later")),
                "put a letter aside", by -> watch.putLetterAside(by, house.letter("Hello", "421 later")),
                "send a fact again", by -> watch.sendFactAgain(by, house.fact("trial.hears")),
                "run a job by hand", this::runJob);
    }

    private void runJob(Asker by) {
        String job = "trial.job-" + Ids.next();
        house.job(job);
        watch.runJobNow(by, job, "recurring");
    }
}
