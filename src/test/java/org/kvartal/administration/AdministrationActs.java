package org.kvartal.administration;

import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvartal.administration.domain.FirstSteps;
import org.kvartal.administration.domain.HouseSettings;
import org.kvartal.administration.domain.LetterSettings;
import org.kvartal.administration.domain.LetterSettings.ServerForm;
import org.kvartal.administration.domain.OptionalModule;
import org.kvartal.files.Samples;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refused;
import org.kvartal.mail.LetterServer.Encryption;
import org.kvartal.rights.RightsActs;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may be done with the house itself, for the walker of the rights matrix. Each leaves the house as it was. */
@TestConfiguration(proxyBeanMethods = false)
public class AdministrationActs implements RightsActs {

    /** Nobody listens there. */
    private static final ServerForm NOWHERE =
            new ServerForm("127.0.0.1", 1, Encryption.NONE, "", "", "post@house.example");

    private final HouseSettings settings;
    private final LetterSettings letters;
    private final FirstSteps steps;
    private final House house;
    private final HouseBook book;
    private final JdbcClient jdbc;

    AdministrationActs(
            HouseSettings settings,
            LetterSettings letters,
            FirstSteps steps,
            House house,
            HouseBook book,
            JdbcClient jdbc) {
        this.settings = settings;
        this.letters = letters;
        this.steps = steps;
        this.house = house;
        this.book = book;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Act> acts() {
        Map<String, Act> acts = new HashMap<>();
        acts.put("see the settings of the house", by -> settings.section(by, HouseBook.IDENTITY));
        acts.put("call the house otherwise", undone(by -> settings.callIt(by, 0, "Otherwise")));
        acts.put("give the house a colour", undone(by -> settings.colour(by, 0, "#0b6e4f")));
        acts.put(
                "give the house a mark",
                undone(by -> settings.mark(by, 0, "mark.png", new ByteArrayInputStream(Samples.png(20, 20)))));
        acts.put("take the mark of the house away", undone(by -> settings.removeMark(by, 0)));
        acts.put(
                "say in which languages the house speaks",
                undone(by -> settings.speak(
                        by, 0, List.of(Language.values()), house.zone().getId())));
        acts.put(
                "say which parts the house uses",
                undone(by -> settings.use(by, 0, EnumSet.allOf(OptionalModule.class))));
        acts.put("move the house to another address", undone(by -> settings.moveTo(by, 0, house.baseUrl())));
        acts.put("send letters through another server", undone(by -> letters.sendThrough(by, 0, NOWHERE)));
        acts.put("let letters stay in the house", undone(by -> letters.keepLetters(by, 0)));
        acts.put("put the first steps away", undone(steps::putAway));
        acts.put("try the mail server", by -> {
            try {
                letters.attempt(by, NOWHERE);
            } catch (Refused withoutAnAddress) {
                // They may; there is nobody to send to.
            }
        });
        return acts;
    }

    private Act undone(Act act) {
        return by -> {
            try {
                act.attempt(by);
            } finally {
                jdbc.sql("DELETE FROM house_section").update();
                book.readAgain();
            }
        };
    }
}
