package org.kvartal.imports.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.imports.ImportColumn;
import org.kvartal.imports.ImportKind;
import org.kvartal.imports.ImportRow;
import org.kvartal.imports.ImportRun;
import org.kvartal.imports.Imports.Encoding;
import org.kvartal.imports.RowProblem;
import org.kvartal.imports.RowVerdict;
import org.kvartal.imports.domain.CsvTable.ReadRow;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.CsvText;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Refused;
import org.springframework.beans.BeanUtils;
import org.springframework.util.unit.DataSize;

/** Tables as people's programs write them, and as they should not be. */
class CsvTableTests {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final String CYRILLIC =
            "Код;Название;Город\r\nS-1;Улица „Липовая“;Пловдив\r\nS-2;Ёлочная;Челябинск\r\n";

    private final Messages messages = BeanUtils.instantiateClass(Messages.class);
    private final Headings headings = new Headings(new Kind(), messages);

    // ---------- letters ----------

    @Test
    void utf8IsRead() {
        Read read = read(CYRILLIC.getBytes(StandardCharsets.UTF_8));

        assertThat(read.encoding).isEqualTo(Encoding.UTF_8);
        assertThat(read.cells(0)).containsExactly("S-1", "Улица „Липовая“", "Пловдив");
    }

    @Test
    void theMarkOfUtf8IsNoPartOfTheFirstHeading() {
        Read read = read(("\uFEFF" + CYRILLIC).getBytes(StandardCharsets.UTF_8));

        assertThat(read.encoding).isEqualTo(Encoding.UTF_8);
        assertThat(read.columns).containsExactly("code", "name", "city");
    }

    @Test
    void cyrillicOfWindowsIsRecognised() {
        Read read = read(CYRILLIC.getBytes(WINDOWS_1251));

        assertThat(read.encoding).isEqualTo(Encoding.WINDOWS_1251);
        assertThat(read.cells(1)).containsExactly("S-2", "Ёлочная", "Челябинск");
    }

    @Test
    void cyrillicFarBehindTheBeginningIsNoticed() {
        String rows = "code,name\n" + "A,Latin street\n".repeat(5_000) + "B,Широка\n";

        assertThat(read(rows.getBytes(WINDOWS_1251)).encoding).isEqualTo(Encoding.WINDOWS_1251);
        assertThat(read(rows.getBytes(StandardCharsets.UTF_8)).encoding).isEqualTo(Encoding.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void unicodeTextOfSpreadsheetsIsRead(String charset) {
        Read read = read(("\uFEFF" + CYRILLIC.replace(';', '\t')).getBytes(Charset.forName(charset)));

        assertThat(read.encoding).isEqualTo(Encoding.UTF_16);
        assertThat(read.separator).isEqualTo('\t');
        assertThat(read.cells(0)).containsExactly("S-1", "Улица „Липовая“", "Пловдив");
    }

    @Test
    void wordsThatMixLatinAndCyrillicAreNoCyrillicOfWindows() {
        byte[] western = "code,name\nA,Café Müller\nB,Señor Núñez\n".getBytes(StandardCharsets.ISO_8859_1);

        refused(western, "imports.refused.letters");
    }

    @Test
    void aMarkOfUtf8ThatLiesIsRefused() {
        byte[] lies = CYRILLIC.getBytes(WINDOWS_1251);
        byte[] marked = new byte[lies.length + 3];
        marked[0] = (byte) 0xEF;
        marked[1] = (byte) 0xBB;
        marked[2] = (byte) 0xBF;
        System.arraycopy(lies, 0, marked, 3, lies.length);

        refused(marked, "imports.refused.letters");
    }

    @Test
    void workbooksAreToldHowToBecomeTables() {
        refused(new byte[] {'P', 'K', 3, 4, 20, 0}, "imports.refused.workbook");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}, "imports.refused.workbook");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        refused(new byte[] {'c', 0, 'o', 0, 'd', 0, 'e', 0, '\n', 0}, "imports.refused.not-text");
        refused(new byte[0], "imports.refused.empty");
    }

    // ---------- separators and headings ----------

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void eachSeparatorIsFoundByTheHeading(String separator) {
        Read read = read("code|name|city\nS-1|Lime Street|Sofia\n".replace("|", separator));

        assertThat(read.separator).isEqualTo(separator.charAt(0));
        assertThat(read.cells(0)).containsExactly("S-1", "Lime Street", "Sofia");
    }

    @Test
    void aSeparatorInsideQuotationMarksSeparatesNothing() {
        assertThat(read("code;name\nS-1;\"Lime; \"\"the wide\"\"\"\n").cells(0))
                .containsExactly("S-1", "Lime; \"the wide\"");
    }

    @Test
    void theLineByWhichExcelNamesItsSeparatorIsPassedOver() {
        Read read = read("sep=;\ncode;name\nS-1;Lime\n");

        assertThat(read.rows).extracting(ReadRow::line).containsExactly(3);
        assertThat(read.cells(0)).containsExactly("S-1", "Lime");
    }

    @Test
    void aTitleMayStandAboveTheHeading() {
        Read read = read("Streets of the quarter;;\n;;\nCode;Name;City\nS-1;Lime;Sofia\n");

        assertThat(read.rows).extracting(ReadRow::line).containsExactly(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CODE|Name",
                "код|название",
                "Код |ИМЕ",
                "code*|street",
                "Code|УЛИЦА",
                "_code_|\"NAME:\"",
                "Код|Наз­вание",
            })
    void headingsAreKnownInEveryLanguageAndByCode(String code, String name) {
        Read read = read(code + ";" + name.replace("\"", "") + "\nS-1;Lime\n");

        assertThat(read.columns).containsExactly("code", "name");
    }

    @Test
    void columnsStandInAnyOrderAndUnknownOnesAreNamed() {
        Read read = read("Fax,City,Name,Notes,Code\n1,Sofia,Lime,x,S-1\n");

        assertThat(read.columns).containsExactly("city", "name", "code");
        assertThat(read.unused).containsExactly("Fax", "Notes");
        assertThat(read.cells(0)).containsExactly("Sofia", "Lime", "S-1");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void missingColumnsAreNamedInTheReadersLanguage(Language language) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> table("City,Built in\nSofia,1912\n".getBytes(StandardCharsets.UTF_8), language))
                .satisfies(refused -> {
                    assertThat(refused.field()).isEqualTo("file");
                    assertThat(messages.text(language, refused))
                            .contains(messages.text(language, "trial.streets.column.code"))
                            .contains(messages.text(language, "trial.streets.column.name"));
                });
    }

    @Test
    void aFileWithoutAnyKnownHeadingIsToldSo() {
        Refused refused = refused("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), "imports.refused.columns");

        assertThat(refused.arguments()).startsWith(2);
    }

    @Test
    void oneColumnUnderTwoNamesIsRefused() {
        refused("Code,Name,Street\n1,2,3\n".getBytes(StandardCharsets.UTF_8), "imports.refused.column-twice");
    }

    // ---------- cells ----------

    @Test
    void aCellMayHoldLineEndsAndLinesAreStillCounted() {
        Read read = read("code,name\r\nS-1,\"Lime\r\nStreet\nNorth\"\r\n\r\nS-2,Oak\r\n");

        assertThat(read.cells(0)).containsExactly("S-1", "Lime\nStreet\nNorth");
        assertThat(read.rows).extracting(ReadRow::line).containsExactly(2, 6);
    }

    @Test
    void emptyLinesAreNoRows() {
        assertThat(read("code,name,city\n\n,,\n \u00A0,\t,\nS-1,Lime,Sofia\n\n").rows)
                .hasSize(1);
    }

    @Test
    void aRowMayBeShorterThanTheHeading() {
        assertThat(read("code,name,city\nS-1,Lime\n").cells(0)).containsExactly("S-1", "Lime", "");
    }

    @Test
    void aRowThatIsLongerThanTheHeadingIsWrong() {
        Read read = read("code,name\nS-1,Lime,wide\nS-2,Oak,,\n");

        assertThat(read.problems(0)).containsExactly(RowProblem.because("imports.problem.cells", 3, 2));
        assertThat(read.problems(1)).isEmpty();
    }

    @Test
    void whiteSpaceAroundCellsIsTakenOffAndLettersAreComposed() {
        assertThat(read("code,name\n\u00A0S-1 ,  и\u0306од \n").cells(0)).containsExactly("S-1", "йод");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+359 2 000", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0"})
    void whatLooksLikeAFormulaIsText(String formula) {
        assertThat(read("code,name\nS-1,\"" + formula + "\"\n").cells(0)).containsExactly("S-1", formula);
        assertThat(read("code,name\nS-1,\"'" + formula + "\"\n").cells(0)).containsExactly("S-1", formula);
    }

    @Test
    void anApostropheThatSomebodyWroteStays() {
        assertThat(read("code,name\nS-1,'t Hooft Street\n").cells(0)).containsExactly("S-1", "'t Hooft Street");
    }

    @ParameterizedTest
    @ValueSource(chars = {'\0', '\u0001', '\u001B', '\u007F', '\u0085'})
    void aCharacterThatIsNoTextIsWrongAndSeen(char character) {
        Read read = read("code,name\nS-1,Li" + character + "me\n");

        assertThat(read.problems(0)).containsExactly(RowProblem.at("name", "imports.problem.characters"));
        assertThat(read.cells(0)).containsExactly("S-1", "Li\uFFFDme");
    }

    @Test
    void charactersThatTurnTheDirectionAreTakenOut() {
        assertThat(read("code,name\nS-1,Li\u202Eme\n").cells(0)).containsExactly("S-1", "Lime");
    }

    @Test
    void aCellThatIsTooLongIsWrongAndCut() {
        Read read = read("code,name\nS-1," + "x".repeat(CsvTable.CELL_LENGTH + 1) + "\n");

        assertThat(read.problems(0)).containsExactly(RowProblem.at("name", "imports.problem.long", 8_001, 8_000));
        assertThat(read.cells(0).get(1)).hasSize(CsvTable.CELL_LENGTH);
    }

    // ---------- quotation marks ----------

    @Test
    void quotationMarksInsideAnUnquotedCellAreText() {
        assertThat(read("code;name\nS-1;ООО \"Вектор\"\n").cells(0)).containsExactly("S-1", "ООО \"Вектор\"");
    }

    @Test
    void spacesAroundQuotationMarksAreForgiven() {
        assertThat(read("code; name\nS-1 ; \"Lime; wide\" \n").cells(0)).containsExactly("S-1", "Lime; wide");
    }

    @ParameterizedTest
    @ValueSource(strings = {"S-3,\"Lime\nS-4,Oak\n", "S-3,\"Lime\" Street\nS-4,Oak\n"})
    void quotationMarksThatDoNotMatchAreRefusedWithTheirLine(String broken) {
        Refused refused = refused(
                ("code,name\nS-1,\"a\nb\"\n" + broken).getBytes(StandardCharsets.UTF_8), "imports.refused.quotes");

        assertThat(refused.arguments()).containsExactly(4);
    }

    @Test
    void aForgottenQuotationMarkDoesNotSwallowALargeFile() {
        String rows = "S-1,Lime Street and more of it\n".repeat(20_000);

        refused(("code,name\nS-0,\"Oak\n" + rows).getBytes(StandardCharsets.UTF_8), "imports.refused.quotes");
    }

    // ---------- what the house writes itself ----------

    @ParameterizedTest
    @EnumSource(Language.class)
    void theExampleFileIsATableOfItsKind(Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExampleFile example = new ExampleFile(new Kind(), messages);
        example.write(out, language);

        Read read = read(out.toByteArray());

        assertThat(read.columns).containsExactly("code", "name", "city", "built");
        assertThat(read.rows).hasSize(1);
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < read.columns.size(); i++) {
            cells.put(read.columns.get(i), read.cells(0).get(i));
        }
        assertThat(example.isExample(new ImportRow(2, cells, null))).isTrue();
    }

    @Test
    void whatTheHouseWritesItReadsAgain() {
        List<String> texts = List.of("=1+1", "a;b,c\td", "say \"hello\"", "two\nlines", "+359", "йод", "'t");
        for (Language language : Language.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (CsvText table = CsvText.forSpreadsheets(out, language)) {
                table.row(List.of("code", "name"));
                texts.forEach(text -> table.text("S-1").text(text).end());
            }

            Read read = read(out.toByteArray());

            assertThat(read.rows).extracting(row -> row.cells().get(1)).containsExactlyElementsOf(texts);
        }
    }

    // ---------- tools ----------

    private record Read(
            Encoding encoding, char separator, List<String> columns, List<String> unused, List<ReadRow> rows) {

        List<String> cells(int row) {
            return rows.get(row).cells();
        }

        List<RowProblem> problems(int row) {
            return rows.get(row).problems();
        }
    }

    private Read read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Read read(byte[] content) {
        return table(content, Language.EN);
    }

    private Read table(byte[] content, Language language) {
        try (Spool spool = Spool.of(new ByteArrayInputStream(content), DataSize.ofMegabytes(5))) {
            CsvTable table = CsvTable.of(spool.path(), headings, language);
            List<ReadRow> rows = new ArrayList<>();
            table.read(rows::add);
            return new Read(
                    table.letters().encoding(),
                    table.separator(),
                    table.heading().columns(),
                    table.heading().unused(),
                    rows);
        }
    }

    private Refused refused(byte[] content, String key) {
        Refused[] caught = new Refused[1];
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> read(content)).satisfies(refused -> {
            assertThat(refused.field()).isEqualTo("file");
            assertThat(refused.key()).isEqualTo(key);
            caught[0] = refused;
        });
        return caught[0];
    }

    /** Streets, as far as a file knows them. */
    private static final class Kind implements ImportKind {

        @Override
        public String name() {
            return "streets";
        }

        @Override
        public String texts() {
            return "trial.streets";
        }

        @Override
        public List<ImportColumn> columns() {
            return List.of(
                    ImportColumn.required("code"),
                    ImportColumn.required("name", "street", "улица"),
                    ImportColumn.optional("city"),
                    ImportColumn.optional("built"));
        }

        @Override
        public boolean mayImport(Asker asker) {
            return true;
        }

        @Override
        public Optional<String> identity(ImportRow row) {
            return Optional.of(row.cell("code"));
        }

        @Override
        public List<RowVerdict> judge(ImportRun run, List<ImportRow> rows) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Made> bringIn(ImportRun run, List<ImportRow> rows) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<UUID, RowProblem> takeBack(ImportRun run, List<Brought> things) {
            throw new UnsupportedOperationException();
        }
    }
}
