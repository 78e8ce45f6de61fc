package org.kvartal.alliance.api;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An object of the specification: has an id, and leaves out what is not known. */
final class HsdsObject {

    private final Map<String, Object> properties = new LinkedHashMap<>();

    HsdsObject(UUID id) {
        properties.put("id", id.toString());
    }

    /** The lasting id of a part of something that has one itself. */
    static UUID id(Object whole, String part) {
        return UUID.nameUUIDFromBytes((whole + " " + part).getBytes(StandardCharsets.UTF_8));
    }

    HsdsObject with(String property, @Nullable Object value) {
        if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
            properties.put(property, value);
        }
        return this;
    }

    Map<String, Object> told() {
        return properties;
    }
}
