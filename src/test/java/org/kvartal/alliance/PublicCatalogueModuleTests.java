package org.kvartal.alliance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.kvartal.alliance.Catalogues.Edition;
import org.kvartal.alliance.Catalogues.Wish;
import org.kvartal.kernel.Language;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** A visitor takes the printed catalogue with them. */
@AutoConfigureMockMvc
class PublicCatalogueModuleTests extends DirectoryHouse {

    @Autowired
    MockMvc web;

    @Autowired
    Catalogues catalogues;

    @Test
    void beforeThereIsOneThePageSaysSo() throws Exception {
        made(EntryKind.HUB, "Yard");
        withdrawn(Language.BG);

        web.perform(get("/bg/catalogue.pdf"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("<html lang=\"bg\"")))
                .andExpect(content().string(containsString("Все още няма печатен каталог")));
        web.perform(get("/bg/directory?q=" + own))
                .andExpect(content().string(not(containsString("/bg/catalogue.pdf"))))
                .andExpect(content().string(containsString("/app/directory/catalogue?q=" + own)));
    }

    @Test
    void theLastEditionIsAtOneAddressAndIsSentOnceOnly() throws Exception {
        made(EntryKind.HUB, "Yard");
        Edition first = printed(Language.RU);

        MvcResult answer = web.perform(get("/ru/catalogue.pdf"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("application/pdf"))
                .andExpect(header().exists(HttpHeaders.LAST_MODIFIED))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string(HttpHeaders.CONTENT_DISPOSITION, containsString("catalogue-ru-")))
                .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE))
                .andReturn();
        assertThat(answer.getResponse().getContentAsByteArray()).hasSize((int) first.size());
        String tag = requireNonNull(answer.getResponse().getHeader(HttpHeaders.ETAG));
        web.perform(get("/ru/catalogue.pdf").header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
        web.perform(get("/ru/directory"))
                .andExpect(content().string(containsString("href=\"/ru/catalogue.pdf\"")))
                .andExpect(content().string(containsString("Каталог (PDF, ")));

        made(EntryKind.HUB, "Depot");
        printed(Language.RU);
        web.perform(get("/ru/catalogue.pdf").header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isOk());
    }

    @Test
    void itsDayIsThatOfTheHouseInItsNameAndWhereOneTakesIt() throws Exception {
        made(EntryKind.HUB, "Yard");
        Edition edition = printed(Language.RU);
        jdbc.sql("UPDATE catalogue_edition SET made_at = '2126-11-30T22:30:00Z' WHERE id = ?")
                .param(edition.id().value())
                .update();

        web.perform(get("/ru/catalogue.pdf"))
                .andExpect(header().string(
                                HttpHeaders.CONTENT_DISPOSITION, containsString("catalogue-ru-2126-12-01.pdf")));
        web.perform(get("/ru/directory?q=" + own)).andExpect(content().string(containsString("1 декабря 2126")));
        catalogues.discard(steward, edition.id());
    }

    private void withdrawn(Language language) {
        while (catalogues.last(language).isPresent()) {
            catalogues.discard(steward, catalogues.last(language).orElseThrow().id());
        }
    }

    private Edition printed(Language language) {
        EditionId id = EditionId.next();
        catalogues.make(steward, new Wish(id, ours(), language, true));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> catalogues
                        .last(language)
                        .filter(last -> last.id().equals(id))
                        .isPresent());
        return catalogues.last(language).orElseThrow();
    }
}
