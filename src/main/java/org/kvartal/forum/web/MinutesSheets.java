package org.kvartal.forum.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.kvartal.forum.MinutesDesk.MinutesPage;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Secret;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/** Answers with minutes in print. They are set only for whoever does not have them already. */
@Component
class MinutesSheets {

    private final MinutesPrint print;

    MinutesSheets(MinutesPrint print) {
        this.print = print;
    }

    ResponseEntity<byte[]> answer(
            HttpServletRequest request,
            HttpServletResponse response,
            MinutesPage shown,
            Language language,
            CacheControl kept) {
        String tag = "\"" + version(shown) + language.code() + "\"";
        if (new ServletWebRequest(request, response).checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .cacheControl(kept)
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(kept)
                .eTag(tag)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(shown.session().code() + "-" + language.code() + ".pdf")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(print.print(shown, language));
    }

    static String version(MinutesPage shown) {
        return HexFormat.of().formatHex(Secret.sha256(shown.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
