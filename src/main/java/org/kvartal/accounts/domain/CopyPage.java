package org.kvartal.accounts.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Wording;
import org.postgresql.util.PGobject;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of a copy that a person reads: row by row, in their language and by their clock. Nothing in it runs or loads anything. */
final class CopyPage {

    /** More is in the files beside it. */
    private static final int MOST_ROWS = 2000;

    private final Writer out;
    private final Messages messages;
    private final Wording wording;
    private final Language language;
    private final ZoneId zone;
    private String key = "";
    private String path = "";
    private int rows;

    CopyPage(Writer out, Messages messages, Wording wording, Language language, ZoneId zone) {
        this.out = out;
        this.messages = messages;
        this.wording = wording;
        this.language = language;
        this.zone = zone;
    }

    /** @param value text, number, truth value, moment as text, or JSON */
    record Field(String name, @Nullable Object value) {}

    /** Where a file lies in the copy: its own name, which can't lead anywhere else. */
    static String path(UUID id, String name) {
        return "files/" + id.toString().substring(24) + "-" + name.replaceAll("[/\\\\:\\p{Cntrl}]", "_");
    }

    static List<Field> fields(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        List<Field> fields = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            fields.add(new Field(columns.getColumnLabel(i), value(row, i, columns.getColumnTypeName(i))));
        }
        return fields;
    }

    private static @Nullable Object value(ResultSet row, int index, String type) throws SQLException {
        Object value = type.equals("timestamptz") ? row.getObject(index, OffsetDateTime.class) : row.getObject(index);
        return switch (value) {
            case null -> null;
            case PGobject object ->
                object.getValue() == null ? null : JsonMapper.shared().readTree(object.getValue());
            case Array array -> Arrays.asList((Object[]) array.getArray());
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    void begin(String house, String name) {
        write("<!DOCTYPE html>\n<html lang=\"" + language.code() + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>"
                + text("accounts.copy.page-title", name)
                + "</title><style>body{font:16px/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}"
                + "dl{display:grid;grid-template-columns:minmax(7rem,12rem) 1fr;gap:.2rem 1rem;margin:0 0 1rem;padding:0 0 1rem;border-bottom:1px solid #ccc}"
                + "dt{color:#555}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}</style></head><body><h1>"
                + text("accounts.copy.page-title", name) + "</h1><p>" + text("accounts.copy.page-about", house)
                + "</p>\n");
    }

    void open(String title, String file) {
        key = title;
        path = file;
        rows = 0;
    }

    void row(List<Field> fields) {
        if (rows == 0) {
            write("<section><h2>" + text(key) + "</h2><p><a href=\"" + escaped(path) + "\">" + escaped(path)
                    + "</a></p>\n");
        }
        rows++;
        if (rows > MOST_ROWS) {
            return;
        }
        String shown = fields.stream()
                .map(field -> term(field.name(), worded(field.value())))
                .collect(Collectors.joining());
        write("<dl>" + shown + "</dl>\n");
    }

    void close() {
        if (rows > MOST_ROWS) {
            write("<p>" + text("accounts.copy.page-more", path) + "</p>");
        }
        if (rows > 0) {
            write("</section>\n");
        }
    }

    void end() {
        write("</body></html>\n");
    }

    private String term(String name, String value) {
        return value.isEmpty()
                ? ""
                : "<dt>" + text("accounts.copy.field." + name.replace('_', '-')) + "</dt><dd>" + escaped(value)
                        + "</dd>";
    }

    private String worded(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case JsonNode node -> worded(node);
            case List<?> several ->
                several.stream()
                        .map(this::worded)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(", "));
            default -> moment(value.toString());
        };
    }

    /** Official texts as they are read; other JSON by what stands in it. */
    private String worded(JsonNode node) {
        if (node.isObject() && node.has("texts") && node.has("source")) {
            return LocalizedText.stored(node.toString()).in(language);
        }
        if (node.isObject()) {
            List<String> lines = new ArrayList<>();
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                String value = worded(entry.getValue());
                if (!value.isEmpty()) {
                    lines.add(entry.getKey() + ": " + value);
                }
            }
            return String.join("\n", lines);
        }
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(part -> parts.add(worded(part)));
            return String.join(", ", parts);
        }
        return node.isNull() ? "" : node.asString();
    }

    private String moment(String value) {
        if (value.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:[\\d.]+)?Z")) {
            return wording.exact(OffsetDateTime.parse(value).toInstant(), language, zone);
        }
        return value.matches("\\d{4}-\\d\\d-\\d\\d") ? wording.day(LocalDate.parse(value), language) : value;
    }

    private String text(String textKey, Object... arguments) {
        return escaped(messages.text(language, textKey, arguments));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
