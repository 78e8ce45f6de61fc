package org.kvartal.missions.ui;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.Directory;
import org.kvartal.kernel.House;
import org.kvartal.membership.Members;
import org.kvartal.missions.ProjectSource.Source;
import org.springframework.stereotype.Component;

/** Makes the forms in which a project is written. */
@Component
class ProjectForms {

    private final Members members;
    private final Directory directory;
    private final ProjectPeople people;
    private final House house;
    private final Clock clock;

    ProjectForms(Members members, Directory directory, ProjectPeople people, House house, Clock clock) {
        this.members = members;
        this.directory = directory;
        this.people = people;
        this.house = house;
        this.clock = clock;
    }

    /** The day by the house's clock. */
    LocalDate today() {
        return house.day(clock.instant());
    }

    PartyChoice client(Words words) {
        PartyChoice client =
                new PartyChoice(words.text("missions.project.field.client"), members, directory, words, false);
        client.setHelperText(words.text("missions.project.field.client-hint"));
        return client;
    }

    ProjectPeople people() {
        return people;
    }

    /** @param of from what it is begun, null for nothing */
    ProjectForm begin(Words words, @Nullable Source of) {
        return new ProjectForm(words, this, of);
    }
}
