package org.kvartal.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type where a page on the web is asked for. */
class WebAddressTests {

    private static final List<String> PIECES = List.of(
            "https://",
            "HTTP://",
            "ftp://",
            "javascript:",
            "example",
            "пример",
            ".",
            "org",
            "рф",
            "бг",
            "@",
            ":",
            "8443",
            "/",
            "?",
            "#",
            "%2e",
            "%",
            "\\",
            " ",
            "<",
            "\"",
            "'",
            "user:pass",
            "-",
            "xn--",
            "\u202e",
            "\u0000",
            "\n",
            "🎭",
            "。",
            "[::1]",
            "127.0.0.1",
            "localhost");

    @ParameterizedTest
    @CsvSource({
        "example.org, https://example.org",
        "http://example.org/a?b=c#d, http://example.org/a?b=c#d",
        "HTTPS://Пример.бг/път, https://Пример.бг/път",
        "http://пример.рф, http://пример.рф",
        "example.org:8443/x, https://example.org:8443/x",
        "'  example.org  ', https://example.org",
        "example.org/?next=https://example.com, https://example.org/?next=https://example.com",
        "https://meet.example.org/forum, https://meet.example.org/forum",
    })
    void anAddressMayLackItsBeginning(String typed, String kept) {
        assertThat(WebAddress.of(typed)).contains(new WebAddress(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "javascript://example.org/%0aalert(1)",
                "ftp://example.org",
                "localhost",
                "http://",
                "://example.org",
                "https://user:secret@example.org",
                "https://zoom.us@evil.example",
                "https://zoom.us%40evil.example",
                "example.org/a b",
                "ex ample.org",
                "<script>",
                "https://-.org",
                "https://.org",
                "mailto:a@b.example",
                "data:text/html,x",
                "https://example.org\\@evil.example"
            })
    void whatIsNoAddressIsNone(String typed) {
        assertThat(WebAddress.of(typed)).isEmpty();
    }

    @Test
    void noneIsMadeOfWhatIsNoAddress() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WebAddress("example.org"));
    }

    @RepeatedTest(20)
    void whateverIsTypedAnAddressLeadsWhereItSays(RepetitionInfo round) {
        Random random = new Random(round.getCurrentRepetition());
        for (int i = 0; i < 1_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int pieces = random.nextInt(9); pieces >= 0; pieces--) {
                typed.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            WebAddress.of(typed.toString()).ifPresent(address -> {
                URI uri = URI.create(address.value());
                assertThat(uri.getScheme()).as(address.value()).isIn("http", "https");
                assertThat(uri.getRawAuthority()).as(address.value()).doesNotContain("@", "%", "\\");
                assertThat(WebAddress.of(address.value())).as("the same again").contains(address);
            });
        }
    }
}
