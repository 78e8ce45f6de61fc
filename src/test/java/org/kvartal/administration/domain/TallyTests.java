package org.kvartal.administration.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTests {

    private final List<String> rows = new ArrayList<>(IntStream.range(0, 300)
            .mapToObj(n -> "ряд " + n % 7 + "\t" + n + "\n")
            .toList());

    private static Tally.Total total(List<String> rows) {
        Tally tally = new Tally();
        rows.forEach(row -> tally.row(row.getBytes(StandardCharsets.UTF_8)));
        return tally.total();
    }

    @Test
    void theChecksumIsTheSumOfTheRowsHashes() {
        BigInteger sum = rows.stream()
                .map(row -> new BigInteger(1, Sha256.digest().digest(row.getBytes(StandardCharsets.UTF_8))))
                .reduce(BigInteger.ZERO, BigInteger::add)
                .mod(BigInteger.TWO.pow(256));

        assertThat(new BigInteger(total(rows).checksum(), 16)).isEqualTo(sum);
        assertThat(total(rows).rows()).isEqualTo(300);
    }

    @Test
    void theOrderOfRowsDoesNotMatterAndEachRowDoes() {
        Tally.Total before = total(rows);
        Collections.shuffle(rows, new Random(7));
        assertThat(total(rows)).isEqualTo(before);

        rows.set(5, rows.get(6));
        assertThat(total(rows).checksum()).isNotEqualTo(before.checksum());
    }

    @Test
    void piecesOfAnyLengthCountAsRows() {
        byte[] all = String.join("", rows).getBytes(StandardCharsets.UTF_8);
        for (int length : new int[] {1, 2, 17, 4_096, all.length}) {
            Tally tally = new Tally();
            for (int from = 0; from < all.length; from += length) {
                int count = Math.min(length, all.length - from);
                byte[] piece = new byte[count + 3];
                System.arraycopy(all, from, piece, 0, count);
                tally.piece(piece, count);
            }
            assertThat(tally.total()).as("in pieces of %d", length).isEqualTo(total(rows));
        }
    }

    @Test
    void aSealIsTheHashOfAllThatComesBeforeIt() throws IOException {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Seal.Stream sealing = new Seal.Stream(out);
            while (out.size() < Seal.LENGTH + round * 3) {
                byte[] piece = new byte[random.nextInt(150)];
                random.nextBytes(piece);
                sealing.write(piece, 0, piece.length);
            }
            byte[] written = out.toByteArray();
            byte[] sealed = java.util.Arrays.copyOf(written, written.length - Seal.LENGTH);
            assertThat(sealing.length()).isEqualTo(written.length);
            assertThat(new String(sealing.seal(), StandardCharsets.US_ASCII))
                    .isEqualTo(
                            java.util.HexFormat.of().formatHex(Sha256.digest().digest(sealed)));
        }
    }
}
