package org.kvartal.files.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTests {

    static final FileType PDF = new FileType("application/pdf", "application/pdf", List.of("pdf"), false);
    static final FileType JPEG = new FileType("image/jpeg", "image/jpeg", List.of("jpg", "jpeg", "jpe"), true);

    @ParameterizedTest
    @CsvSource({
        "Отчёт за март.pdf, Отчёт за март.pdf",
        "REPORT.PDF, REPORT.PDF",
        "../../etc/passwd, passwd.pdf",
        "..\\..\\windows\\system.ini, system.ini.pdf",
        "C:\\Users\\Anna\\report.pdf, report.pdf",
        "page.html, page.html.pdf",
        "'  .hidden  ', hidden.pdf",
        "..., file.pdf",
        ".pdf, pdf.pdf",
        "'', file.pdf",
        "'a\u202Efdp.exe', afdp.exe.pdf",
        "'a\r\nContent-Type: text/html', 'html.pdf'",
        "'\"; filename=evil.exe', '\"; filename=evil.exe.pdf'"
    })
    void aNameIsANameAndEndsAsItsContentSays(String given, String kept) {
        assertThat(FileName.of(given, PDF)).isEqualTo(kept);
    }

    @Test
    void lettersAreKeptInOneForm() {
        assertThat(FileName.of("и\u0306.pdf", PDF)).isEqualTo("й.pdf");
    }

    @Test
    void noHalfCharacterAndNoControlCharacterIsLeft() {
        assertThat(FileName.of("a\0b\u0007c\uD83D.pdf", PDF)).isEqualTo("abc.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ж", "й", "x", "🙂", "e\u0301\u0302", "👩‍👩‍👧"})
    void aLongNameIsCutBetweenLettersAndKeepsItsEnding(String letter) {
        String name = FileName.of(letter.repeat(300) + ".jpeg", JPEG);

        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(230, 255);
        assertThat(name).endsWith(".jpeg").doesNotContain("\uFFFD");
        assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(name);
    }

    @Test
    void aNameOf255BytesStaysAsItIs() {
        String name = "ж".repeat(125) + "x.pdf";

        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSize(255);
        assertThat(FileName.of(name, PDF)).isEqualTo(name);
    }
}
