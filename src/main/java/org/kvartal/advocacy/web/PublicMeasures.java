package org.kvartal.advocacy.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.Measures;
import org.kvartal.advocacy.Measures.MeasureFilter;
import org.kvartal.advocacy.Measures.MeasureList;
import org.kvartal.advocacy.Measures.MeasurePage;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.advocacy.Recommendations.ListKey;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.press.CodePicture;
import org.kvartal.site.PublicPage;
import org.kvartal.site.PublicPages;
import org.kvartal.site.When;
import org.kvartal.trace.Step;
import org.kvartal.trace.Trace;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is done, by whom and how far it is, as plain pages for everybody. */
@Controller
class PublicMeasures {

    private static final int SHOWN = 30;
    private static final Asker GUEST = Asker.guest();

    private final Measures measures;
    private final Recommendations recommendations;
    private final Trace trace;
    private final Charts charts;
    private final PublicPages pages;
    private final Messages messages;
    private final Wording wording;
    private final House house;
    private final Clock clock;

    PublicMeasures(
            Measures measures,
            Recommendations recommendations,
            Trace trace,
            Charts charts,
            PublicPages pages,
            Messages messages,
            Wording wording,
            House house,
            Clock clock) {
        this.measures = measures;
        this.recommendations = recommendations;
        this.trace = trace;
        this.charts = charts;
        this.pages = pages;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
        this.clock = clock;
    }

    @GetMapping(LANGUAGE + AdvocacyPages.PUBLIC_MEASURES)
    ResponseEntity<byte[]> list(
            @PathVariable Language language,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "") String strategy,
            HttpServletRequest request,
            HttpServletResponse response) {
        ListKey key = Keys.read(before);
        String version = recommendations.version() + " " + house.day(clock.instant());
        return pages.answer(request, response, "advocacy/measures", version, () -> {
            Map<String, Object> model = model(language);
            MeasureList list = measures.list(GUEST, new MeasureFilter(Set.of(), strategy), key, SHOWN);
            String title = messages.text(language, "advocacy.public.measures");
            boolean first = key == null && strategy.isEmpty();
            model.put(
                    "page",
                    first
                            ? PublicPage.of(
                                            language,
                                            AdvocacyPages.PUBLIC_MEASURES,
                                            title,
                                            messages.text(language, "advocacy.public.measures-lead"))
                                    .withFeed(AdvocacyFeeds.MEASURES)
                            : PublicPage.unlisted(language, AdvocacyPages.PUBLIC_MEASURES, title));
            model.put("list", list.measures());
            model.put("older", Keys.written(list.next()));
            model.put("continued", key != null);
            model.put("strategy", strategy);
            model.put("chart", charts.measures(recommendations.figures(GUEST), language));
            return model;
        });
    }

    @GetMapping(LANGUAGE + AdvocacyPages.PUBLIC_MEASURES + "/{code:" + AdvocacyPages.MEASURE_CODE + "}")
    ResponseEntity<byte[]> measure(
            @PathVariable Language language,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        MeasurePage found = measures.find(GUEST, code).orElseThrow(NotFound::new);
        List<Step> trail = trace.walk(GUEST, found.card().id().traced(), language);
        return pages.answer(request, response, "advocacy/measure", Keys.hash(found + " " + trail), () -> {
            Map<String, Object> model = model(language);
            model.put(
                    "page",
                    PublicPage.of(
                            language,
                            AdvocacyPages.measureInPublic(code),
                            code + " · " + found.card().title().in(language),
                            messages.text(language, "advocacy.public.measures-lead")));
            model.put("one", found);
            model.put(
                    "code", CodePicture.of(house.address("/" + language.code() + AdvocacyPages.measureInPublic(code))));
            model.put("trail", trail);
            return model;
        });
    }

    private Map<String, Object> model(Language language) {
        Map<String, Object> model = new HashMap<>();
        model.put("when", new When(wording, language, house.zone()));
        model.put("words", new AdvocacyWords(messages, wording, language));
        return model;
    }
}
