package org.kvartal.missions.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.missions.BriefBooks;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.Missions;
import org.kvartal.missions.Missions.MissionPage;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What travellers take along, in print and in the reader's language, for those who may read the whole mission. */
@Controller
class OwnBriefs {

    private static final String MISSION = "/my/missions/{code:" + MissionPages.MISSION_CODE + "}";

    private final BriefBooks briefs;
    private final Missions missions;
    private final CurrentReader currentReader;

    OwnBriefs(BriefBooks briefs, Missions missions, CurrentReader currentReader) {
        this.briefs = briefs;
        this.missions = missions;
        this.currentReader = currentReader;
    }

    @GetMapping(MISSION + "/brief.pdf")
    ResponseEntity<byte[]> book(
            @PathVariable String code, @RequestParam(name = "for", required = false) @Nullable String delegation) {
        Reader reader = currentReader.get();
        MissionPage page = missions.find(reader.asker(), code).orElseThrow(NotFound::new);
        byte[] pdf =
                briefs.briefBook(reader.asker(), page.line().id(), delegation(page, delegation), reader.language());
        return answer(code + ".pdf", pdf);
    }

    @GetMapping(MISSION + "/{day:[0-9]{4}-[0-9]{2}-[0-9]{2}}.pdf")
    ResponseEntity<byte[]> day(
            @PathVariable String code,
            @PathVariable String day,
            @RequestParam(name = "for", required = false) @Nullable String delegation) {
        Reader reader = currentReader.get();
        MissionPage page = missions.find(reader.asker(), code).orElseThrow(NotFound::new);
        byte[] pdf = briefs.daySheet(
                reader.asker(), page.line().id(), delegation(page, delegation), day(day), reader.language());
        return answer(code + "-" + day + ".pdf", pdf);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException noDay) {
            throw new NotFound();
        }
    }

    /** @throws NotFound if there is none such in that mission */
    private static @Nullable DelegationId delegation(MissionPage page, @Nullable String typed) {
        return typed == null
                ? null
                : page.delegations().stream()
                        .filter(line -> line.id().toString().equals(typed))
                        .findFirst()
                        .orElseThrow(NotFound::new)
                        .id();
    }

    private static ResponseEntity<byte[]> answer(String name, byte[] pdf) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(pdf);
    }
}
