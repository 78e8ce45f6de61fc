package org.kvartal.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.kvartal.site.SiteModuleTests.Streets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** A visitor meets the house in their own language, and a search engine finds its pages. */
@ApplicationModuleTest
@AutoConfigureMockMvc(addFilters = false)
@Import(Streets.class)
class SiteModuleTests {

    @Autowired
    MockMvc web;

    @Test
    void anAddressWithoutALanguageLeadsToTheReadersOwn() throws Exception {
        web.perform(get("/").header(HttpHeaders.ACCEPT_LANGUAGE, "bg-BG,bg;q=0.9,en;q=0.5"))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/bg"))
                .andExpect(header().string(HttpHeaders.VARY, containsString("Accept-Language")));
        web.perform(get("/").header(HttpHeaders.ACCEPT_LANGUAGE, "fr")).andExpect(redirectedUrl("/en"));
    }

    @Test
    void theFrontPageSpeaksEachLanguageAndNamesTheOthers() throws Exception {
        web.perform(get("/ru"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<html lang=\"ru\"")))
                .andExpect(content().string(containsString("Как вступить")))
                .andExpect(content().string(containsString("hreflang=\"bg\"")))
                .andExpect(content().string(not(containsString("??"))));
    }

    @Test
    void aPublicPageMakesNoSessionAndNoCookie() throws Exception {
        web.perform(get("/en"))
                .andExpect(cookie().doesNotExist("JSESSIONID"))
                .andExpect(request().sessionAttributeDoesNotExist("any"));
        MvcResult result = web.perform(get("/en")).andReturn();

        assertThat(result.getRequest().getSession(false)).isNull();
    }

    @Test
    void aPageThatTheBrowserHasIsNotSentAgain() throws Exception {
        String tag = Objects.requireNonNull(
                web.perform(get("/en")).andReturn().getResponse().getHeader(HttpHeaders.ETAG));

        web.perform(get("/en").header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
        web.perform(get("/bg").header(HttpHeaders.IF_NONE_MATCH, tag)).andExpect(status().isOk());
    }

    @Test
    void searchEnginesFindEveryPageInEveryLanguageInSeveralSitemaps() throws Exception {
        web.perform(get("/robots.txt")).andExpect(content().string(containsString("Disallow: /app")));
        assertThat(body("/sitemap.xml"))
                .contains("/sitemap/streets/0.xml", "/sitemap/streets/1.xml")
                .doesNotContain("/sitemap/streets/2.xml");
        assertThat(body("/sitemap/streets/1.xml"))
                .contains("/en/streets/10001", "/ru/streets/10001", "/bg/streets/10001")
                .contains("<lastmod>2026-01-01T00:00:00Z</lastmod>")
                .doesNotContain("/en/streets/9999<");
    }

    @Test
    void anUnknownPartOfTheSitemapIsNotFound() throws Exception {
        web.perform(get("/sitemap/gardens/0.xml")).andExpect(status().isNotFound());
    }

    private String body(String path) throws Exception {
        return web.perform(get(path))
                .andExpect(request().asyncNotStarted())
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** A module above with more pages than one sitemap holds. */
    static class Streets implements SitemapPart {

        @Override
        public String name() {
            return "streets";
        }

        @Override
        public long count() {
            return 10_002;
        }

        @Override
        public List<Page> pages(long offset, int limit) {
            return LongStream.range(offset, Math.min(count(), offset + limit))
                    .mapToObj(number -> new Page("/streets/" + number, Instant.parse("2026-01-01T00:00:00Z")))
                    .toList();
        }
    }
}
