package org.kvartal.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTests {

    @ParameterizedTest
    @ValueSource(strings = {"/app", "/app/", "/app/threads/12/3?a=b&c=%D1%8F", "/my/file"})
    void pathsOfTheWorkspaceAreGoneOnTo(String wanted) {
        assertThat(SafePath.or(wanted, "/app/else")).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "app",
                "/",
                "/apps",
                "//evil.example",
                "/app//evil.example",
                "/app/../sign-out",
                "/app\\evil.example",
                "/app/\r\nX: y",
                "/app/#x",
                "https://evil.example/app",
                "/app/\u0000"
            })
    void everythingElseIsNot(String wanted) {
        assertThat(SafePath.or(wanted, "/app/else")).isEqualTo("/app/else");
    }
}
