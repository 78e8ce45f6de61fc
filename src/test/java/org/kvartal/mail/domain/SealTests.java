package org.kvartal.mail.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
