package org.kvartal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvartal.calendar.OutsideEvents.EventContent;
import org.kvartal.calendar.OutsideEvents.EventPage;
import org.kvartal.calendar.Repetition.Rhythm;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A visitor looks what is on, and takes it into a calendar of their own. */
@AutoConfigureMockMvc(addFilters = false)
class PublicCalendarModuleTests extends CalendarHouse {

    private static final Pattern JSON_LD = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>");

    @Autowired
    MockMvc web;

    @Autowired
    Subscriptions subscriptions;

    @ParameterizedTest
    @ValueSource(strings = {"", "?view=week", "?view=month", "?city=sofia", "?kind=outside&view=month"})
    void eachShapeInEachLanguageShowsWhatIsOn(String query) throws Exception {
        LocalDate day = thursday(query.length()).plusDays(1);
        published(new EventContent(
                new LocalizedText(
                        Language.RU,
                        Map.of(Language.RU, "Вечер шрифта " + mark, Language.BG, "Вечер на шрифта " + mark)),
                null,
                evening(day),
                null,
                "Print Yard",
                "sofia",
                ""));
        String on = (query.isEmpty() ? "?" : query + "&") + "on=" + day;

        web.perform(get("/ru/calendar" + on))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Вечер шрифта " + mark)))
                .andExpect(content().string(containsString("18:00")))
                .andExpect(content().string(not(containsString("??"))))
                .andExpect(header().exists(HttpHeaders.ETAG))
                .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE));
        web.perform(get("/bg/calendar" + on))
                .andExpect(content().string(containsString("lang=\"bg\"")))
                .andExpect(content().string(containsString("Вечер на шрифта " + mark)));
        web.perform(get("/en/calendar" + on))
                .andExpect(content().string(containsString("lang=\"ru\"")))
                .andExpect(content().string(not(containsString("<script"))));
        web.perform(get("/en/calendar" + on.replace("sofia", "lisbon").replace("kind=outside", "kind=session")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(
                                on.contains("city") || on.contains("kind")
                                        ? not(containsString("Вечер шрифта " + mark))
                                        : containsString("Вечер шрифта " + mark)));
    }

    @Test
    void aWeekBeginsOnMonday() throws Exception {
        String month = page("/en/calendar?view=month&on=2026-03-05");

        assertThat(month).containsPattern("(?s)<abbr title=\"Monday\">Mon</abbr>.*<abbr title=\"Sunday\">Sun</abbr>");
        assertThat(month.indexOf("datetime=\"2026-02-23\""))
                .isPositive()
                .isLessThan(month.indexOf("datetime=\"2026-03-01\""));
    }

    @Test
    void aPageThatTheBrowserHasIsNotSentAgain() throws Exception {
        String address = "/en/calendar?view=week&on=" + thursday(3);
        String tag = tag(address);
        web.perform(get(address).header(HttpHeaders.IF_NONE_MATCH, tag)).andExpect(status().isNotModified());

        published(what("Opening", evening(thursday(3))));

        web.perform(get(address).header(HttpHeaders.IF_NONE_MATCH, tag)).andExpect(status().isOk());
    }

    @Test
    void anAddressWithoutALanguageLeadsToTheReadersOwnAndKeepsTheFilter() throws Exception {
        web.perform(get("/calendar?city=sofia").header(HttpHeaders.ACCEPT_LANGUAGE, "bg"))
                .andExpect(redirectedUrl("/bg/calendar?city=sofia"));
    }

    @Test
    void onlyWhatComesNextIsForSearchEngines() throws Exception {
        published(what("Opening", evening(thursday(0))));

        assertThat(page("/en/calendar")).doesNotContain("noindex").contains("hreflang=\"ru\"");
        assertThat(page("/en/calendar?view=month")).contains("noindex");
        assertThat(page("/en/calendar?on=1999-01-01")).contains("noindex");
    }

    @Test
    void anEventHasAPageThatMachinesUnderstand() throws Exception {
        EventPage event = published(new EventContent(
                LocalizedText.of(Language.EN, "</script><b>Type</b> " + mark),
                LocalizedText.of(Language.EN, "First.\n\nSecond."),
                evening(thursday(0)),
                Repetition.times(Rhythm.WEEKLY, 4),
                "Print Yard",
                "sofia",
                "example.org/type"));

        String page = page("/en/calendar/" + event.number());

        assertThat(page)
                .contains("&lt;/script&gt;&lt;b&gt;Type&lt;/b&gt; " + mark)
                .doesNotContain("<b>Type</b>")
                .contains("Print Yard, Sofia", "Sofia time", "Every week: Thursday, 4 dates")
                .contains("href=\"https://example.org/type\"");
        Matcher found = JSON_LD.matcher(page);
        assertThat(found.find()).isTrue();
        JsonNode data = JsonMapper.shared().readTree(found.group(1));
        assertThat(data.get("@type").asString()).isEqualTo("Event");
        assertThat(data.get("startDate").asString()).startsWith(thursday(0) + "T18:00:00+0");
        assertThat(data.at("/location/address/addressCountry").asString()).isEqualTo("BG");
        assertThat(data.get("eventStatus").asString()).endsWith("EventScheduled");

        events.cancel(officer, event.id(), event.version(), "x");
        assertThat(page("/ru/calendar/" + event.number())).contains("EventCancelled", "Отменено");
        assertThat(page("/sitemap/calendar/0.xml")).contains("/en/calendar/" + event.number() + "<");
    }

    @Test
    void whatIsOnlySuggestedIsNowhere() throws Exception {
        EventPage event = suggested(what("Secret", evening(thursday(0))));

        web.perform(get("/en/calendar/" + event.number())).andExpect(status().isNotFound());
        assertThat(page("/en/calendar?on=" + thursday(0))).doesNotContain(mark);
        assertThat(feed("/calendar.ics")).doesNotContain(mark);
        assertThat(page("/sitemap/calendar/0.xml")).doesNotContain("/calendar/" + event.number() + "<");
    }

    @Test
    void anEmptyStretchSaysWhatWillBeThere() throws Exception {
        assertThat(page("/en/calendar?on=2101-01-01")).contains("Nothing stands here yet");
        assertThat(page("/en/calendar?on=2101-01-01&city=lisbon")).contains("Show everything");
        assertThat(page("/ru/calendar?view=month&on=2101-01-01")).contains("Здесь пока ничего нет");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/calendar?on=2026-13-45&view=%3Cscript%3E",
                "/en/calendar?on=%00&city='%3B--&kind=%22",
                "/en/calendar?on=-9999-01-01",
                "/calendar.ics?kind=%3C&city=%0D%0AX:Y"
            })
    void whatCanNotBeReadIsLeftOut(String address) throws Exception {
        web.perform(get(URI.create(address)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>"))));
    }

    @Test
    void theFeedIsValidAndIsNotSentTwice() throws Exception {
        EventPage series = published(what("Night of type", evening(thursday(0)), Repetition.of(Rhythm.WEEKLY)));
        events.moveDate(
                speaker,
                series.id(),
                series.version(),
                thursday(1).atTime(18, 0),
                evening(thursday(1).plusDays(1)));
        String feed = feed("/calendar.ics?language=en");

        assertThat(feed).contains("SUMMARY:Night of type", "RECURRENCE-ID;TZID=Europe/Sofia", "SEQUENCE:1");
        assertThat(new CalendarBuilder()
                        .build(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)))
                        .validate(true)
                        .getEntries())
                .isEmpty();
        web.perform(get("/calendar.ics?language=en"))
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8"))
                .andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("public")));
        web.perform(get("/calendar.ics?language=en")
                        .header(HttpHeaders.IF_NONE_MATCH, tag("/calendar.ics?language=en")))
                .andExpect(status().isNotModified());
        assertThat(feed("/calendar.ics?city=lisbon")).doesNotContain(mark);
        assertThat(feed("/calendar.ics?kind=session")).doesNotContain(mark);
    }

    @Test
    void whoHasTheAddressReadsAsItsPersonUntilItIsSwitchedOff() throws Exception {
        suggested(what("Not yet public", evening(thursday(0))));
        String secret = subscriptions.make(speaker);
        String address = CalendarPages.own(secret, CalendarFilter.ALL, Language.EN);

        assertThat(feed(address)).contains(mark, "STATUS:TENTATIVE");
        web.perform(get(address)).andExpect(header().string(HttpHeaders.CACHE_CONTROL, containsString("private")));
        assertThat(subscriptions.since(speaker)).isPresent();

        String again = subscriptions.make(speaker);
        web.perform(get(address)).andExpect(status().isNotFound());
        assertThat(feed(CalendarPages.own(again, CalendarFilter.ALL, Language.EN)))
                .contains(mark);

        subscriptions.revoke(speaker);
        subscriptions.revoke(speaker);
        web.perform(get(CalendarPages.own(again, CalendarFilter.ALL, Language.EN)))
                .andExpect(status().isNotFound());
        web.perform(get(CalendarPages.OWN_FEED + "x.ics")).andExpect(status().isNotFound());
        assertThat(subscriptions.since(speaker)).isEmpty();
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> subscriptions.make(Asker.guest()));
    }

    @Test
    void aPageAndAFeedTakeAsManyStatementsWithManyEventsAsWithFew() throws Exception {
        published(what("First", evening(thursday(0)), Repetition.of(Rhythm.WEEKLY)));
        int page = statements("/en/calendar?view=month&on=" + thursday(4));
        int feed = statements("/calendar.ics");
        for (int i = 0; i < 10; i++) {
            published(what("More " + i, evening(thursday(i)), Repetition.of(Rhythm.MONTHLY_ON_WEEKDAY)));
        }

        assertThat(statements("/en/calendar?view=month&on=" + thursday(4))).isLessThanOrEqualTo(page);
        assertThat(statements("/calendar.ics")).isLessThanOrEqualTo(feed);
        assertThat(page).isLessThan(6);
    }

    private int statements(String address) {
        return SqlCounter.during(() -> {
                    try {
                        page(address);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .size();
    }

    private String page(String address) throws Exception {
        return web.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    /** With its lines whole again. */
    private String feed(String address) throws Exception {
        return page(address).replace("\r\n ", "");
    }

    private String tag(String address) throws Exception {
        return Objects.requireNonNull(
                web.perform(get(address)).andReturn().getResponse().getHeader(HttpHeaders.ETAG));
    }
}
