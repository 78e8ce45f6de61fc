package org.kvartal.missions;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;

/** What travellers take along, printed: PDF, A4, tagged, in a language of the house. For those who may read the whole mission. */
public interface BriefBooks {

    /**
     * One day of a mission.
     *
     * @param delegation whose day it is, null for everybody's
     * @throws org.kvartal.kernel.NotFound if the asker may not read the mission
     */
    byte[] daySheet(
            Asker asker, MissionId mission, @Nullable DelegationId delegation, LocalDate day, Language language);

    /** All days, who travels and what the directory says of the places. No emergency contacts. */
    byte[] briefBook(Asker asker, MissionId mission, @Nullable DelegationId delegation, Language language);
}
