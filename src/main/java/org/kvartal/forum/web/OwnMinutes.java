package org.kvartal.forum.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kvartal.forum.ForumPages;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.forum.MinutesDesk.MinutesPage;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Minutes in print for whoever may read them: before they are published and with names, in their own language. */
@Controller
class OwnMinutes {

    private final MinutesDesk minutes;
    private final MinutesSheets sheets;
    private final CurrentReader currentReader;

    OwnMinutes(MinutesDesk minutes, MinutesSheets sheets, CurrentReader currentReader) {
        this.minutes = minutes;
        this.sheets = sheets;
        this.currentReader = currentReader;
    }

    /** @param edition an earlier one, null for the newest that the reader may read */
    @GetMapping("/my/sessions/{code:" + ForumPages.CODE + "}/minutes.pdf")
    ResponseEntity<byte[]> printed(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer edition,
            HttpServletRequest request,
            HttpServletResponse response) {
        Reader reader = currentReader.get();
        MinutesPage shown = minutes.find(reader.asker(), code, edition).orElseThrow(NotFound::new);
        return sheets.answer(
                request,
                response,
                shown,
                reader.language(),
                CacheControl.noCache().cachePrivate());
    }
}
