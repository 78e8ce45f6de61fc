package org.kvartal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are opened in a spreadsheet calculate nothing that somebody wrote (F18 of the promises). */
class CsvTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1:A9)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\u00A0=1",
                "＝1",
                "=HYPERLINK(\"http://evil\",\"x\")",
                "=cmd|' /C calc'!A0"
            })
    void whatLooksLikeAFormulaGetsAnApostropheInQuotationMarks(String formula) {
        assertThat(cell(formula)).isEqualTo("\"'" + formula.replace("\"", "\"\"") + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lime Street", "a=b", "1+1", "mail@example.org", "'t Hooft", "Улица"})
    void otherTextIsLeftAsItIs(String text) {
        assertThat(cell(text)).isEqualTo("\"" + text + "\"\r\n");
    }

    @Test
    void numbersOfTheHouseStayNumbers() {
        String written = written(out -> english(out).number(-5).text(null).end());

        assertThat(written).isEqualTo("\uFEFF\"-5\",\r\n");
    }

    @Test
    void separatorsQuotationMarksAndLineEndsStayInTheirCell() {
        assertThat(cell("a,b;\"c\"\nd")).isEqualTo("\"a,b;\"\"c\"\"\nd\"\r\n");
    }

    @Test
    void aSpreadsheetGetsItsMarkAndTheSeparatorOfItsLanguage() {
        assertThat(written(out -> CsvText.forSpreadsheets(out, Language.EN).row(List.of("a", "b"))))
                .isEqualTo("\uFEFF\"a\",\"b\"\r\n");
        assertThat(written(out -> CsvText.forSpreadsheets(out, Language.BG).row(List.of("a", "b"))))
                .isEqualTo("\uFEFF\"a\";\"b\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "-1", "'t Hooft", "a", ""})
    void whatWasWrittenIsTypedAgain(String text) {
        assertThat(CsvText.typed(CsvText.harmless(text))).isEqualTo(text);
    }

    /** A row of one cell, without the mark before it. */
    private static String cell(String text) {
        return written(out -> english(out).row(List.of(text))).substring(1);
    }

    private static CsvText english(ByteArrayOutputStream out) {
        return CsvText.forSpreadsheets(out, Language.EN);
    }

    private static String written(Function<ByteArrayOutputStream, CsvText> table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        table.apply(out).close();
        return out.toString(StandardCharsets.UTF_8);
    }
}
