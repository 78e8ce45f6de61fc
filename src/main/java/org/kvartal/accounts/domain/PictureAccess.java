package org.kvartal.accounts.domain;

import java.util.UUID;
import org.kvartal.files.FileAccess;
import org.kvartal.kernel.Asker;
import org.springframework.stereotype.Component;

/** A person's picture stands beside what they wrote in public, so anybody may see it. */
@Component
class PictureAccess implements FileAccess {

    private final PersonRepository people;

    PictureAccess(PersonRepository people) {
        this.people = people;
    }

    @Override
    public String module() {
        return Profiles.MODULE;
    }

    @Override
    public boolean mayRead(Asker asker, UUID object) {
        return people.existsById(object);
    }
}
