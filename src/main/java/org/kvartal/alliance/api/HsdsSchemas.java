package org.kvartal.alliance.api;

import io.swagger.v3.oas.annotations.ExternalDocumentation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in the description of the addresses what {@code hsds.json} gives; the specification itself says the rest. */
final class HsdsSchemas {

    private HsdsSchemas() {}

    @Schema(
            name = "HsdsOrganization",
            description = """
                    An organization of the Human Services Data Specification 3.1, in the language of lang. Beside its fields stand licence, the \
                    address of the licence, and last_modified and assured_date, as that specification has them for services. What it requires \
                    and the house does not keep (state_province, postal_code) is empty; opens_at and closes_at are local times of the location.""",
            externalDocs = @ExternalDocumentation(description = "HSDS", url = HsdsOrganization.SPECIFICATION))
    record Organization(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uuid", description = "That of the entry")
            String id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String description,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uri")
            String licence) {}

    @Schema(
            name = "HsdsOrganizations",
            description = "Goes on by keys, not by pages: next is the address of what follows")
    record Organizations(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String source,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uri")
            String terms,

            @Schema(format = "uri", description = "Left out at the end") @Nullable String next,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<Organization> contents) {}
}
