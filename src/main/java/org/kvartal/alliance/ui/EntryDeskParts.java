package org.kvartal.alliance.ui;

import java.time.Clock;
import java.time.LocalDate;
import org.kvartal.accounts.People;
import org.kvartal.alliance.Directory;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.EntryDesk;
import org.kvartal.alliance.EntryDrafts;
import org.kvartal.files.Files;
import org.kvartal.kernel.House;
import org.kvartal.membership.Members;
import org.springframework.stereotype.Component;

/** What the views of the directory work with. */
@Component
record EntryDeskParts(
        Entries entries,
        EntryDesk desk,
        EntryDrafts drafts,
        Directory directory,
        Members members,
        People people,
        Files files,
        House house,
        Clock clock,
        DeskWordbook book) {

    /** The words for whoever looks. */
    DeskWords words() {
        return book.open();
    }

    LocalDate today() {
        return house.day(clock.instant());
    }
}
