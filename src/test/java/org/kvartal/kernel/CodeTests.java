package org.kvartal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeTests {

    @Test
    void aConstantIsWrittenInOneWay() {
        assertThat(Code.of(Reading.SAID_TWICE)).isEqualTo("said-twice");
        assertThat(Code.of("SAID_TWICE")).isEqualTo(Code.of(Reading.SAID_TWICE));
    }

    private enum Reading {
        SAID_TWICE
    }
}
