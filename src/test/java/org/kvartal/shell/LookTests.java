package org.kvartal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the style sheets promise: every icon is drawn, and nothing but the tokens names a colour. */
class LookTests {

    private static final Path LOOK = Path.of("frontend/look");
    private static final Pattern COLOUR =
            Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\\(");
    private static final Pattern MIX = Pattern.compile("color-mix\\(in oklab,");

    @ParameterizedTest
    @EnumSource(Icon.class)
    void everyIconIsDrawn(Icon icon) throws IOException {
        assertThat(css("base.css") + css("app.css")).contains(".icon-" + icon.code() + " {");
        assertThat(Icon.of(icon.code())).isEqualTo(icon);
    }

    @Test
    void onlyTheTokensNameAColour() throws IOException {
        String base = css("base.css");
        String pieces = base.substring(base.indexOf("/* ---------- typeface"));

        for (Path sheet : sheets()) {
            String rules = sheet.endsWith("base.css") ? pieces : Files.readString(sheet);
            String withoutDrawings =
                    MIX.matcher(rules.replaceAll("url\\(\"[^\"]*\"\\)", "")).replaceAll("");
            assertThat(COLOUR.matcher(withoutDrawings).results().map(match -> match.group()))
                    .as(sheet.toString())
                    .isEmpty();
        }
    }

    private static List<Path> sheets() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("frontend"))) {
            return files.filter(file -> file.toString().endsWith(".css")).toList();
        }
    }

    private static String css(String name) throws IOException {
        return Files.readString(LOOK.resolve(name));
    }
}
