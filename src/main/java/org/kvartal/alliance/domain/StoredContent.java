package org.kvartal.alliance.domain;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryContent;
import tools.jackson.databind.json.JsonMapper;

/** How a content stands in a column: as JSON that queries read too. Hibernate's own mapper knows no dates. */
@Converter
@Immutable
class StoredContent implements AttributeConverter<EntryContent, String> {

    /** What the column needs, since the driver takes text for no JSON. */
    static final String WRITE = "?::jsonb";

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable EntryContent content) {
        return content == null ? null : write(content);
    }

    @Override
    public @Nullable EntryContent convertToEntityAttribute(@Nullable String json) {
        return json == null ? null : read(json);
    }

    static String write(EntryContent content) {
        return JsonMapper.shared().writeValueAsString(content);
    }

    static EntryContent read(String json) {
        return JsonMapper.shared().readValue(json, EntryContent.class);
    }
}
