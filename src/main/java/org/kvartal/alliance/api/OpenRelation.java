package org.kvartal.alliance.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryCard;
import org.kvartal.alliance.OpenDirectory.Relation;
import org.kvartal.alliance.RoughDate;
import org.kvartal.kernel.Code;

/** A relation as JSON tells it. */
@Schema(name = "Relation", description = "How one entry belongs to another. What is not known is left out.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpenRelation(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) UUID id,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"member-of", "part-of", "hosts", "twinned-with", "agreement", "funded-by"},
                description = "twinned-with and agreement say the same from both ends")
        String kind,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) OpenEntry.Other from,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) OpenEntry.Other to,

        @Schema(description = "As exactly as it is known: 2023, 2023-07 or 2023-07-08", example = "2023-07-08")
        @Nullable String since,

        @Nullable String until,

        @Schema(description = "What it is about or under which programme, by language") @Nullable Map<String, String> about,

        @Schema(description = "Where it is known from: an address, or words") @Nullable String source,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Whether it is over")
        boolean ended) {

    static OpenRelation of(Relation relation) {
        return new OpenRelation(
                relation.id().value(),
                Code.of(relation.kind()),
                other(relation.from()),
                other(relation.to()),
                date(relation.since()),
                date(relation.until()),
                Texts.byLanguage(relation.about()),
                relation.source(),
                relation.ended());
    }

    static OpenEntry.Other other(EntryCard card) {
        return new OpenEntry.Other(
                card.id().value(),
                card.slug(),
                Code.of(card.kind()),
                card.names().own());
    }

    static @Nullable String date(@Nullable RoughDate date) {
        return date == null ? null : date.toString();
    }
}
