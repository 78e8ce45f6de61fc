package org.kvartal.alliance.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.membership.Places.Place;
import org.kvartal.membership.Sectors.Sector;

/** The lists by whose codes entries speak, as JSON tells them. */
final class OpenCodes {

    private OpenCodes() {}

    @Schema(name = "Sector", description = "A creative sector")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenSector(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "furniture-design")
            String code,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "By language")
            Map<String, String> name,

            @Schema(description = "The code of the sector that holds this one", example = "design") @Nullable String parent,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The letter of its domain in the UNESCO Framework for Cultural Statistics of 2009",
                    example = "E")
            String domain,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    format = "uri",
                    description = "Where domains are defined")
            String framework) {

        static OpenSector of(Sector sector) {
            return new OpenSector(
                    sector.code(),
                    Texts.byLanguage(sector.name().texts()),
                    sector.parent(),
                    sector.domain(),
                    sector.uri());
        }
    }

    @Schema(name = "Place", description = "A city")
    record OpenPlace(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "sofia")
            String code,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "By language")
            Map<String, String> name,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "ISO 3166-1, two letters",
                    example = "BG")
            String country,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            double latitude,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            double longitude,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "IANA time zone",
                    example = "Europe/Sofia")
            String zone) {

        static OpenPlace of(Place place) {
            return new OpenPlace(
                    place.code(),
                    Texts.byLanguage(place.name().texts()),
                    place.country(),
                    place.latitude(),
                    place.longitude(),
                    place.zone().getId());
        }
    }
}
