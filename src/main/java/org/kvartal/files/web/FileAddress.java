package org.kvartal.files.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.FileId;
import org.kvartal.files.FilePages;
import org.kvartal.files.domain.ReadingDesk;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Serves files. A browser is never given a reason to run one: pictures were encoded here, everything else is a download, and both come
 * with a policy that allows nothing.
 *
 * @see "Decision record 0021, files"
 */
@Controller
@RequestMapping(FilePages.FILES)
class FileAddress {

    /** A day only: bytes never change, but what was public may be withdrawn. */
    private static final CacheControl FOR_ALL =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic().immutable();

    /** Rights are asked again at each look; the tag spares the bytes. */
    private static final CacheControl FOR_ONE = CacheControl.noCache().cachePrivate();

    private final ReadingDesk desk;
    private final ObjectProvider<CurrentReader> reader;

    FileAddress(ReadingDesk desk, ObjectProvider<CurrentReader> reader) {
        this.desk = desk;
        this.reader = reader;
    }

    @GetMapping("/{id}")
    ResponseEntity<Resource> file(
            @PathVariable String id, @RequestParam @Nullable Long until, @RequestParam @Nullable String signature) {
        return answer(id, false, until, signature);
    }

    @GetMapping("/{id}/small")
    ResponseEntity<Resource> small(
            @PathVariable String id, @RequestParam @Nullable Long until, @RequestParam @Nullable String signature) {
        return answer(id, true, until, signature);
    }

    private ResponseEntity<Resource> answer(
            String id, boolean small, @Nullable Long until, @Nullable String signature) {
        ReadingDesk.Signed signed =
                until == null || signature == null ? null : new ReadingDesk.Signed(until, signature);
        CurrentReader current = reader.getIfAvailable();
        Asker asker = current == null ? Asker.guest() : current.get().asker();
        ReadingDesk.Loan loan = desk.lend(fileId(id), small, asker, signed);
        ContentDisposition disposition = (loan.isPicture()
                        ? ContentDisposition.inline()
                        : ContentDisposition.attachment())
                .filename(loan.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(loan.type()))
                .cacheControl(loan.isPublic() ? FOR_ALL : FOR_ONE)
                .eTag(loan.tag())
                .lastModified(loan.since())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(loan.content());
    }

    private static FileId fileId(String text) {
        try {
            return FileId.of(text);
        } catch (IllegalArgumentException none) {
            throw new NotFound();
        }
    }
}
