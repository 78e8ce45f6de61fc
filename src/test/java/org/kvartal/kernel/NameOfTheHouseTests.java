package org.kvartal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A house is called what its owners call it: no text and no page holds the name of the program. */
class NameOfTheHouseTests {

    private static final Pattern PROGRAM = Pattern.compile("Kvartal|Квартал");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "templates"})
    void noTextAndNoPageHoldsTheNameOfTheProgram(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources", folder))) {
            List<String> named = files.filter(Files::isRegularFile)
                    .flatMap(NameOfTheHouseTests::lines)
                    .filter(line -> PROGRAM.matcher(line).find())
                    .toList();

            assertThat(named).isEmpty();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(line -> file.getFileName() + ": " + line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
