package org.kvartal.alliance.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as JSON tells it: every language, codes instead of labels. What is not known is left out. */
@Schema(
        name = "Entry",
        description = "An organisation or a place of the creative sector. What is not known is left out.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpenEntry(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Never changes")
        UUID id,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "The last part of its address. May change; old addresses lead on",
                example = "karlo-plaza")
        String slug,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "association")
        String kind,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                format = "uri",
                description = "The page for people; the address without a language leads to the reader's own")
        String page,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uri", description = "This entry alone, as data")
        String self,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Names names,

        @Schema(description = "One paragraph, by language", example = "{\"en\": \"Designers of Sofia.\"}") @Nullable Map<String, String> description,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"active", "inactive", "temporarily-closed", "defunct"})
        String status,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Codes of /sectors")
        List<String> sectors,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "In which it works: BCP 47 tags")
        List<String> languages,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Codes of /places for which it works, beside those where it stands")
        List<String> areas,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Location> locations,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Offices, and people who agreed to be shown")
        List<Contact> contacts,

        @Schema(format = "uri") @Nullable String website,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Pages elsewhere that are about it")
        List<String> sameAs,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Facts facts,

        @Nullable Picture picture,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Whether its organisation is a member now")
        boolean member,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Licence licence,

        @Schema(description = "When somebody last said that all this is right") @Nullable LocalDate checkedOn,

        @Nullable Instant publishedAt,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant changedAt,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Tie> relations) {

    @Schema(name = "Names", description = "How it is called")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Names(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The official name, in its own script",
                    example = "Клуб на дизайнерите")
            String own,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The language of the official name: a BCP 47 tag",
                    example = "bg")
            String ownLanguage,

            @Schema(
                    description = "The official name in Latin letters, where its script is another",
                    example = "Klub na dizaynerite")
            @Nullable String latin,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "How readers of these languages know it",
                    example = "{\"en\": \"Designers' Club\"}")
            Map<String, String> translations,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Former, short and other names")
            List<String> others) {}

    @Schema(name = "Location", description = "Where it is found")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Location(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"physical", "postal", "virtual"})
            String kind,

            @Schema(description = "What tells it from its other locations, by language") @Nullable Map<String, String> name,

            @Schema(description = "A code of /places", example = "sofia") @Nullable String place,

            @Schema(description = "ISO 3166-1, two letters", example = "BG") @Nullable String country,

            @Schema(description = "Street and house, by language") @Nullable Map<String, String> address,

            @Schema(description = "Degrees, north is positive (WGS 84)") @Nullable Double latitude,

            @Schema(description = "Degrees, east is positive (WGS 84)") @Nullable Double longitude,

            @Schema(
                    description = "Whether the point is the location's own or that of its place",
                    allowableValues = {"own", "place"})
            @Nullable String point,

            @Schema(format = "uri", description = "Of a virtual location") @Nullable String url,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "What makes it accessible: step-free, lift …")
            List<String> access,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<Hours> hours,

            @Schema(description = "What the week does not say, by language") @Nullable Map<String, String> hoursNote) {}

    @Schema(name = "Hours", description = "When it is open, week by week")
    record Hours(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
            String day,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "10:00")
            String from,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "00:00 is the end of the day",
                    example = "18:00")
            String until) {}

    @Schema(name = "Contact")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Contact(
            @Schema(description = "A person's name; left out where it is an office") @Nullable String person,

            @Schema(description = "What for, by language") @Nullable Map<String, String> purpose,

            @Nullable String email,

            @Nullable String phone) {}

    @Schema(name = "Facts", description = "What only entries of some kinds have")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Facts(
            @Schema(description = "Year") @Nullable Integer founded,
            @Nullable Integer members,

            @Schema(description = "People in the largest room") @Nullable Integer capacity,

            @Schema(description = "Square metres") @Nullable Integer floorArea,
            @Nullable Integer population,
            @Nullable Integer students,
            @Nullable Integer staff,

            @Schema(format = "uri", description = "Calls for applications") @Nullable String calls,

            @Nullable String issn) {}

    @Schema(name = "Picture", description = "Not under the entry's licence: it is its maker's")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Picture(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uri")
            String url,

            @Schema(description = "What it shows, by language") @Nullable Map<String, String> text,

            @Schema(description = "Whose picture it is") @Nullable String credit) {}

    @Schema(name = "Licence", description = "Under which the text may be taken")
    record Licence(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"CC0-1.0", "CC-BY-4.0"},
                    description = "SPDX identifier")
            String id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uri")
            String url) {}

    @Schema(name = "Tie", description = "A relation as seen from the entry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tie(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String kind,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "From the entry to the other, the other way, or both",
                    allowableValues = {"out", "in", "mutual"})
            String direction,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Other other,

            @Schema(description = "As exactly as it is known: 2023, 2023-07 or 2023-07-08", example = "2023-07")
            @Nullable String since,

            @Nullable String until,

            @Schema(description = "What it is about, by language") @Nullable Map<String, String> about,

            @Schema(description = "Where it is known from: an address, or words") @Nullable String source,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            boolean ended) {}

    @Schema(name = "OtherEntry", description = "An entry in brief")
    record Other(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String slug,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String kind,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String name) {}
}
