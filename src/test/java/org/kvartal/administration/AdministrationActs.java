package org.kvartal.administration;

import java.util.Map;
import org.kvartal.rights.RightsActs;
import org.springframework.boot.test.context.TestConfiguration;

/** What may be done with the house as a whole, for the walkers of the rights. */
@TestConfiguration(proxyBeanMethods = false)
public class AdministrationActs implements RightsActs {

    private final Backups backups;

    AdministrationActs(Backups backups) {
        this.backups = backups;
    }

    @Override
    public Map<String, Act> acts() {
        return Map.of(
                "see the backups of the house",
                by -> {
                    var _ = backups.newest(by, null, 1);
                },
                "see how backups stand",
                by -> {
                    var _ = backups.state(by);
                },
                "wish a backup",
                backups::wish,
                "let letters out of a restored house",
                backups::releaseLetters);
    }
}
