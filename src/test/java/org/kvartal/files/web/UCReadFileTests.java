package org.kvartal.files.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.TurnableClock;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.FilePages;
import org.kvartal.files.Files;
import org.kvartal.files.OwnersForTrial;
import org.kvartal.files.Samples;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@TestInstance(Lifecycle.PER_METHOD)
@ApplicationModuleTest(extraIncludes = "site")
@AutoConfigureMockMvc(addFilters = false)
@Import({TurnableClock.Hands.class, OwnersForTrial.Configuration.class})
class UCReadFileTests {

    @Autowired
    Files files;

    @Autowired
    OwnersForTrial owners;

    @Autowired
    TurnableClock clock;

    @Autowired
    MockMvcTester web;

    final PersonId anna = PersonId.next();

    @BeforeEach
    void nobodyIsSignedIn() {
        owners.sit(Asker.guest());
    }

    @Test
    void aPublicPictureIsShownToEverybodyAndMayBeKeptByCaches() {
        StoredFile picture = store(owners.openToAll(), "Плакат.png", Samples.png(900, 500));

        MvcTestResult answer = get(FilePages.file(picture.id()));

        assertThat(answer).hasStatusOk().hasContentType("image/png");
        assertThat(header(answer, "Cache-Control")).isEqualTo("max-age=86400, public, immutable");
        assertThat(header(answer, "Content-Disposition"))
                .startsWith("inline;")
                .endsWith("filename*=UTF-8''%D0%9F%D0%BB%D0%B0%D0%BA%D0%B0%D1%82.png");
        assertHarmless(answer);
        assertThat(get(FilePages.small(picture.id()))).hasStatusOk();
        assertThat(get(FilePages.small(picture.id())).getResponse().getContentLength())
                .isLessThan(answer.getResponse().getContentLength());
    }

    @Test
    void whoHasAFileGetsNoBytesAgain() {
        StoredFile picture = store(owners.openToAll(), "a.png", Samples.png(20, 10));
        String tag = header(get(FilePages.file(picture.id())), HttpHeaders.ETAG);

        assertThat(web.get().uri(FilePages.file(picture.id())).header(HttpHeaders.IF_NONE_MATCH, tag))
                .hasStatus(304)
                .body()
                .isEmpty();
    }

    @Test
    void aPlayerReadsAPart() {
        byte[] text = "0123456789".getBytes(StandardCharsets.US_ASCII);
        StoredFile file = store(owners.openToAll(), "a.txt", text);

        assertThat(web.get().uri(FilePages.file(file.id())).header(HttpHeaders.RANGE, "bytes=2-4"))
                .hasStatus(206)
                .hasHeader(HttpHeaders.CONTENT_RANGE, "bytes 2-4/10")
                .hasBodyTextEqualTo("234");
        assertThat(web.get().uri(FilePages.file(file.id())).header(HttpHeaders.RANGE, "bytes=20-"))
                .hasStatus(416);
    }

    @Test
    void aHeadRequestTellsAboutAFileWithoutSendingIt() {
        StoredFile file = store(owners.openToAll(), "a.pdf", Samples.pdf());

        MvcTestResult answer = web.head().uri(FilePages.file(file.id())).exchange();

        assertThat(answer).hasStatusOk().hasHeader("Content-Length", String.valueOf(Samples.pdf().length));
        assertHarmless(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.svg", "a.pdf", "a.txt", "a.docx"})
    void everythingButAPictureIsADownload(String name) {
        byte[] content = switch (name) {
            case "a.svg" -> Samples.svgWithScript();
            case "a.pdf" -> Samples.pdf();
            case "a.docx" -> Samples.docx(1);
            default -> "text".getBytes(StandardCharsets.US_ASCII);
        };
        StoredFile file = store(owners.openToAll(), name, content);

        MvcTestResult answer = get(FilePages.file(file.id()));

        assertThat(header(answer, "Content-Disposition")).startsWith("attachment;");
        assertThat(header(answer, "Content-Type")).doesNotContain("svg", "html", "xml;", "javascript");
        assertHarmless(answer);
    }

    @Test
    void aNameCanNotWriteHeaders() {
        StoredFile file = store(
                owners.openToAll(), "a\"; filename=evil.exe\r\nSet-Cookie: x=y\r\n\r\n<script>.pdf", Samples.pdf());

        MvcTestResult answer = get(FilePages.file(file.id()));

        assertThat(answer).doesNotContainHeader("Set-Cookie");
        assertThat(header(answer, "Content-Disposition"))
                .startsWith("attachment; filename=\"a\\\"; filename=evil.exe")
                .doesNotContain("\r", "\n");
    }

    @Test
    void aPrivateFileIsThereForItsReaderAndForNobodyElse() {
        StoredFile hers = store(owners.of(anna), "a.png", Samples.png(20, 10));
        StoredFile fromNowhere = store(new FileOwner("nobody", FileId.next().value()), "a.png", Samples.png(20, 10));

        owners.sit(Asker.of(anna));
        MvcTestResult answer = get(FilePages.file(hers.id()));
        assertThat(answer).hasStatusOk();
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache, private");
        assertThat(get(FilePages.file(fromNowhere.id()))).hasStatus(404);

        owners.sit(Asker.of(PersonId.next()));
        assertThat(get(FilePages.file(hers.id()))).hasStatus(404);
        assertThat(get(FilePages.small(hers.id()))).hasStatus(404);

        owners.sit(Asker.guest());
        assertThat(get(FilePages.file(hers.id()))).hasStatus(404);
    }

    @Test
    void whatWasPublicIsPrivateFromTheMomentItIsClosed() {
        FileOwner owner = owners.openToAll();
        StoredFile file = store(owner, "a.png", Samples.png(20, 10));
        String tag = header(get(FilePages.file(file.id())), HttpHeaders.ETAG);

        owners.close(owner);

        assertThat(web.get().uri(FilePages.file(file.id())).header(HttpHeaders.IF_NONE_MATCH, tag))
                .hasStatus(404);
    }

    @Test
    void aSignedAddressWorksForTenMinutes() {
        StoredFile hers = store(owners.of(anna), "a.png", Samples.png(900, 500));
        String address = files.address(hers.id(), Asker.of(anna));

        assertThat(get(address)).hasStatusOk();
        assertThat(get(address.replace("?", "/small?"))).hasStatusOk();
        assertThat(header(get(address), "Cache-Control")).isEqualTo("no-cache, private");

        clock.turn(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(get(address)).hasStatus(404);
    }

    @Test
    void aSignatureIsGoodForItsFileAndTimeOnly() {
        StoredFile hers = store(owners.of(anna), "a.png", Samples.png(20, 10));
        StoredFile other = store(owners.of(PersonId.next()), "b.png", Samples.png(20, 10));
        String address = files.address(hers.id(), Asker.of(anna));
        String query = address.substring(address.indexOf('?'));

        assertThat(get(FilePages.file(other.id()) + query)).hasStatus(404);
        assertThat(get(address.replaceFirst("until=\\d", "until=9"))).hasStatus(404);
        assertThat(get(address + "x")).hasStatus(404);
        assertThat(get(FilePages.file(hers.id()) + "?until=" + Long.MAX_VALUE + "&signature="))
                .hasStatus(404);
        assertThat(get(FilePages.file(hers.id()) + "?until=-1&signature=%00")).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files/x",
                "/files/00000000-0000-0000-0000-000000000000",
                "/files/..%2f..%2fetc%2fpasswd",
                "/files/00000000-0000-7000-8000-000000000000/large",
                "/files/"
            })
    void whatIsNoFileIsNotFound(String address) {
        assertThat(get(address)).hasStatus(404);
    }

    private MvcTestResult get(String address) {
        return web.get().uri(URI.create(address)).exchange();
    }

    private StoredFile store(FileOwner owner, String name, byte[] content) {
        return files.store(Asker.of(anna), owner, name, new ByteArrayInputStream(content));
    }

    private static String header(MvcTestResult answer, String name) {
        return String.valueOf(answer.getResponse().getHeader(name));
    }

    private static void assertHarmless(MvcTestResult answer) {
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo("sandbox; default-src 'none'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
