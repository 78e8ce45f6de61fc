package org.kvartal.alliance.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.kvartal.alliance.EntryContent.Licence;

/**
 * A file in a copy of the directory.
 *
 * @param set the name of what it holds
 * @param key the column by which a table's rows are told apart
 * @param rows read as they are written
 * @param licences under which it may be taken
 */
record DumpPart<T>(
        String set,
        Format format,
        String key,
        Rendering<T> rendering,
        Supplier<Iterator<List<T>>> rows,
        List<Licence> licences) {

    String path() {
        return set + "." + format.ending();
    }

    void write(OutputStream out) throws IOException {
        rendering.write(out, rows.get(), null);
    }

    /**
     * How the package tells of it.
     *
     * @see <a href="https://datapackage.org/standard/data-resource/">Data Package 2.0, Data Resource</a>
     */
    Map<String, Object> described(String title, String text, Measured written) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("name", set + "-" + format.ending());
        resource.put("path", path());
        resource.put("title", title);
        resource.put("description", text);
        resource.put("format", format.ending());
        resource.put("mediatype", format.type().toString());
        resource.put("encoding", "utf-8");
        resource.put("bytes", written.size());
        resource.put("hash", "sha256:" + written.hash());
        resource.put("licenses", licences.stream().map(DumpPart::licence).toList());
        if (rendering instanceof Sheet<T> sheet) {
            resource.put("type", "table");
            resource.put(
                    "schema",
                    Map.of(
                            "fields",
                            sheet.columns().stream()
                                    .map(column -> Map.of("name", column.name()))
                                    .toList(),
                            "primaryKey",
                            List.of(key)));
        }
        return resource;
    }

    static Map<String, Object> licence(Licence licence) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", EntryTelling.spdx(licence));
        told.put("path", licence.url());
        told.put(
                "title",
                switch (licence) {
                    case CC0 -> "CC0 1.0 Universal";
                    case CC_BY -> "Creative Commons Attribution 4.0 International";
                });
        return told;
    }
}
