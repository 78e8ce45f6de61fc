package org.kvartal.alliance;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** The few facts that only entries of some kinds have. What is not known is null. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = EntryProfile.Collective.class, name = "collective"),
    @JsonSubTypes.Type(value = EntryProfile.Premises.class, name = "premises"),
    @JsonSubTypes.Type(value = EntryProfile.Territory.class, name = "territory"),
    @JsonSubTypes.Type(value = EntryProfile.Studies.class, name = "studies"),
    @JsonSubTypes.Type(value = EntryProfile.Business.class, name = "business"),
    @JsonSubTypes.Type(value = EntryProfile.Funder.class, name = "funder"),
    @JsonSubTypes.Type(value = EntryProfile.Office.class, name = "office"),
    @JsonSubTypes.Type(value = EntryProfile.Publication.class, name = "publication")
})
public sealed interface EntryProfile {

    /** The year in which it began; null where it is not known, or has no meaning. */
    default @Nullable Integer founded() {
        return null;
    }

    /**
     * An association or a network.
     *
     * @param founded year
     * @param members how many people or organisations belong to it
     */
    record Collective(@Nullable Integer founded, @Nullable Integer members) implements EntryProfile {}

    /**
     * A hub or a venue.
     *
     * @param founded year
     * @param capacity how many people its largest room holds
     * @param floorArea square metres
     */
    record Premises(
            @Nullable Integer founded,
            @Nullable Integer capacity,
            @Nullable Integer floorArea) implements EntryProfile {}

    /** A city or a region. */
    record Territory(@Nullable Integer population) implements EntryProfile {}

    /**
     * A school.
     *
     * @param founded year
     */
    record Studies(@Nullable Integer founded, @Nullable Integer students) implements EntryProfile {}

    /**
     * A company.
     *
     * @param founded year
     * @param staff how many people work there
     */
    record Business(@Nullable Integer founded, @Nullable Integer staff) implements EntryProfile {}

    /**
     * A foundation or a donor.
     *
     * @param founded year
     * @param calls the web address of its calls for applications
     */
    record Funder(@Nullable Integer founded, @Nullable String calls) implements EntryProfile {}

    /**
     * An authority or an agency.
     *
     * @param founded year
     */
    record Office(@Nullable Integer founded) implements EntryProfile {}

    /**
     * A medium.
     *
     * @param founded year
     * @param issn its International Standard Serial Number, with the hyphen
     */
    record Publication(@Nullable Integer founded, @Nullable String issn) implements EntryProfile {}
}
