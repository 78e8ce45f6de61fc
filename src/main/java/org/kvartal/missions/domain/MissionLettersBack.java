package org.kvartal.missions.domain;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvartal.mail.LetterRefused;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.GateId;
import org.kvartal.missions.LogId;
import org.kvartal.missions.SlotId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A letter that did not arrive has asked nobody: no silence confirms a row then, no host is waited for, and somebody owes a better address. */
@Component
class MissionLettersBack {

    private static final Pattern OURS = Pattern.compile("missions\\.(log|gate|host|roster):([0-9a-f-]{36}):.*");

    private final KeptLog log;
    private final KeptCountersignatures countersignatures;
    private final KeptItinerary itinerary;
    private final KeptRosters rosters;

    MissionLettersBack(
            KeptLog log, KeptCountersignatures countersignatures, KeptItinerary itinerary, KeptRosters rosters) {
        this.log = log;
        this.countersignatures = countersignatures;
        this.itinerary = itinerary;
        this.rosters = rosters;
    }

    @ApplicationModuleListener(id = "missions.letter-came-back")
    void on(LetterRefused fact) {
        Matcher ours = OURS.matcher(fact.factKey());
        if (!ours.matches()) {
            return;
        }
        UUID id = UUID.fromString(ours.group(2));
        switch (ours.group(1)) {
            case "log" -> log.cameBack(new LogId(id), fact.factKey());
            case "gate" -> countersignatures.cameBack(new GateId(id), fact.factKey());
            case "host" -> itinerary.cameBack(new SlotId(id), fact.factKey());
            default -> rosters.cameBack(new DelegationId(id));
        }
    }
}
