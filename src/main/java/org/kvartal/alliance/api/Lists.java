package org.kvartal.alliance.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.AlliancePages;
import org.kvartal.alliance.EntryContent.Licence;
import org.kvartal.alliance.api.OpenCodes.OpenPlace;
import org.kvartal.alliance.api.OpenCodes.OpenSector;
import org.kvartal.kernel.House;

/** What stands around the rows of a JSON document; the records describe it for {@code /v3/api-docs}. */
final class Lists {

    private static final String SOURCE = "Whose data it is: who takes it under CC BY names it so";
    private static final String TERMS = "What may be done with it";
    private static final String NEXT = "Where the list goes on; left out at its end";

    private Lists() {}

    static SequencedMap<String, Object> head(House house) {
        SequencedMap<String, Object> head = new LinkedHashMap<>();
        head.put("source", house.name());
        head.put("terms", house.address(AlliancePages.OPEN_DATA));
        return head;
    }

    /** The head of a list whose rows name no licence of their own. */
    static SequencedMap<String, Object> headWithLicence(House house) {
        SequencedMap<String, Object> head = head(house);
        head.put("licence", new OpenEntry.Licence(EntryTelling.spdx(Licence.CC_BY), Licence.CC_BY.url()));
        return head;
    }

    @Schema(name = "Entries")
    record Entries(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = SOURCE)
            String source,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uri", description = TERMS)
            String terms,

            @Schema(format = "uri", description = NEXT) @Nullable String next,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<OpenEntry> entries) {}

    @Schema(name = "Relations")
    record Relations(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = SOURCE)
            String source,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uri", description = TERMS)
            String terms,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            OpenEntry.Licence licence,

            @Schema(format = "uri", description = NEXT) @Nullable String next,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<OpenRelation> relations) {}

    @Schema(name = "Sectors")
    record SectorList(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = SOURCE)
            String source,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uri", description = TERMS)
            String terms,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            OpenEntry.Licence licence,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<OpenSector> sectors) {}

    @Schema(name = "Places")
    record PlaceList(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = SOURCE)
            String source,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uri", description = TERMS)
            String terms,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            OpenEntry.Licence licence,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<OpenPlace> places) {}
}
