package org.kvartal.alliance.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object with the rows as a list in it.
 *
 * @param head what stands before the rows
 * @param list the name of the list
 * @param telling what stands for a row
 */
record JsonList<T>(JsonMapper json, SequencedMap<String, Object> head, String list, Function<T, Object> telling)
        implements Rendering<T> {

    @Override
    public void write(OutputStream out, Iterator<List<T>> stretches, @Nullable String next) throws IOException {
        // Not closed where something fails: what is cut off must not look whole.
        JsonGenerator generator =
                json.writer().without(StreamWriteFeature.AUTO_CLOSE_CONTENT).createGenerator(out);
        try {
            generator.writeStartObject();
            head.forEach(generator::writePOJOProperty);
            if (next != null) {
                generator.writeStringProperty("next", next);
            }
            generator.writeArrayPropertyStart(list);
            while (stretches.hasNext()) {
                for (T row : stretches.next()) {
                    generator.writePOJO(telling.apply(row));
                }
            }
            generator.writeEndArray();
            generator.writeEndObject();
            generator.flush();
        } catch (JacksonIOException broken) {
            throw broken.getCause();
        }
    }
}
