package org.kvartal.seminars.domain;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.MemberId;
import org.kvartal.seminars.ProgrammeId;
import org.kvartal.seminars.QuestionId;
import org.kvartal.seminars.SeminarId;
import tools.jackson.databind.json.JsonMapper;

/** How values of this module stand in columns. */
final class Stored {

    private Stored() {}

    static LocalizedText text(ResultSet row, String column) throws SQLException {
        return LocalizedText.stored(row.getString(column));
    }

    static @Nullable LocalizedText textOrNull(ResultSet row, String column) throws SQLException {
        String json = row.getString(column);
        return json == null ? null : LocalizedText.stored(json);
    }

    static List<LocalizedText> texts(ResultSet row, String column) throws SQLException {
        return List.of(JsonMapper.shared().readValue(row.getString(column), LocalizedText[].class));
    }

    static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    static @Nullable LocalDate dayOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(dayOrNull(row, column), column);
    }

    static LocalTime time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalTime.class), column);
    }

    static @Nullable LocalDateTime localOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class);
    }

    static LocalDateTime local(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(localOrNull(row, column), column);
    }

    static @Nullable Integer numberOrNull(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    static BigDecimal decimal(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getBigDecimal(column), column);
    }

    static <E extends Enum<E>> E code(ResultSet row, String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, row.getString(column));
    }

    static String[] names(Collection<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).toArray(String[]::new);
    }

    static Set<String> words(ResultSet row, String column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }

    static Set<Language> languages(ResultSet row, String column) throws SQLException {
        return words(row, column).stream()
                .map(Language::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Set<UUID> ids(ResultSet row, String column) throws SQLException {
        return Set.of((UUID[]) row.getArray(column).getArray());
    }

    static @Nullable MemberId member(ResultSet row, String column) throws SQLException {
        UUID id = Columns.idOrNull(row, column);
        return id == null ? null : new MemberId(id);
    }

    static @Nullable ProgrammeId programme(ResultSet row, String column) throws SQLException {
        UUID id = Columns.idOrNull(row, column);
        return id == null ? null : new ProgrammeId(id);
    }

    static SeminarId seminar(ResultSet row, String column) throws SQLException {
        return new SeminarId(Columns.id(row, column));
    }

    static Map<QuestionId, String> answers(ResultSet row, String column) throws SQLException {
        return answers(row.getString(column));
    }

    static Map<QuestionId, String> answers(String json) {
        Map<QuestionId, String> answers = new LinkedHashMap<>();
        JsonMapper.shared()
                .readTree(json)
                .properties()
                .forEach(answer -> answers.put(
                        QuestionId.of(answer.getKey()), answer.getValue().asString()));
        return answers;
    }

    static String json(Map<QuestionId, String> answers) {
        Map<String, String> texts = new LinkedHashMap<>();
        answers.forEach((question, answer) -> texts.put(question.toString(), answer));
        return JsonMapper.shared().writeValueAsString(texts);
    }
}
