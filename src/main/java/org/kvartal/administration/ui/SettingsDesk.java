package org.kvartal.administration.ui;

import java.util.function.Consumer;
import org.kvartal.administration.domain.HouseSettings;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseBook.Section;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;

/**
 * What the parts of the settings work with.
 *
 * @param again shows the page anew, as it stands now, says that a section was saved, and leads back to it
 */
record SettingsDesk(
        HouseSettings settings, House house, Messages messages, Reader reader, Consumer<SectionPart> again) {

    Asker asker() {
        return reader.asker();
    }

    Section section(String name) {
        return settings.section(asker(), name);
    }

    String text(String key, Object... arguments) {
        return messages.text(reader.language(), key, arguments);
    }
}
