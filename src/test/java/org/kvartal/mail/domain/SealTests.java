package org.kvartal.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.kernel.House;

class SealTests {

    @TempDir
    Path data;

    @Test
    void whatWasSealedIsOpenedByTheSameFolderAlone(@TempDir Path other) {
        String sealed = seal(data).close("пароль, three blue doors");

        assertThat(sealed).doesNotContain("three");
        assertThat(seal(data).open(sealed)).contains("пароль, three blue doors");
        seal(other).close("another key is made");
        assertThat(seal(other).open(sealed)).isEmpty();
    }

    @Test
    void theSameIsNeverSealedTheSameWay() {
        assertThat(seal(data).close("x")).isNotEqualTo(seal(data).close("x"));
    }

    @Test
    void withoutItsKeyNothingOpensAndNoKeyIsMade() throws IOException {
        String sealed = seal(data).close("x");
        Files.delete(data.resolve(Seal.KEY_FILE));

        assertThat(seal(data).open(sealed)).isEmpty();
        assertThat(data.resolve(Seal.KEY_FILE)).doesNotExist();
        assertThat(seal(data).open("")).isEmpty();
        assertThat(seal(data).open("no base64 at all")).isEmpty();
    }

    /** The program was killed between making the file and writing it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void aKeyThatIsNotWholeIsAsGoodAsGone(int bytes) throws IOException {
        String before = seal(data).close("x");
        Files.write(data.resolve(Seal.KEY_FILE), new byte[bytes]);

        assertThat(seal(data).open(before)).isEmpty();
        String sealed = seal(data).close("three blue doors");
        assertThat(seal(data).open(sealed)).contains("three blue doors");
        assertThat(seal(data).open(before)).isEmpty();
    }

    @Test
    void aKeyThatCanNotBeReadIsAsGoodAsGone() throws IOException {
        Files.createDirectory(data.resolve(Seal.KEY_FILE));

        assertThat(seal(data).open("AAAA")).isEmpty();
        String sealed = seal(data).close("three blue doors");
        assertThat(seal(data).open(sealed)).contains("three blue doors");
    }

    @Test
    void theKeyAppearsWholeAndLeavesNothingBeside() throws Exception {
        try (var nodes = Executors.newFixedThreadPool(8)) {
            List<Callable<String>> all = Collections.nCopies(8, () -> seal(data).close("x"));
            List<String> sealed = new ArrayList<>();
            for (Future<String> one : nodes.invokeAll(all)) {
                sealed.add(one.get());
            }
            assertThat(sealed)
                    .allSatisfy(one -> assertThat(seal(data).open(one)).contains("x"));
        }
        try (var files = Files.list(data)) {
            assertThat(files).containsExactly(data.resolve(Seal.KEY_FILE));
        }
    }

    @Test
    void nobodyElseReadsTheKey() throws IOException {
        seal(data).close("x");

        assertThat(Files.getPosixFilePermissions(data.resolve(Seal.KEY_FILE)))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }

    private static Seal seal(Path data) {
        return new Seal(new House("Kvartal", "http://localhost", data, false, false, ZoneOffset.UTC));
    }
}
