package org.kvartal.advocacy.web;

import static org.kvartal.site.SitePages.LANGUAGE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.advocacy.Recommendations.Figures;
import org.kvartal.advocacy.Recommendations.ListKey;
import org.kvartal.advocacy.Recommendations.RecommendationFilter;
import org.kvartal.advocacy.Recommendations.RecommendationList;
import org.kvartal.advocacy.Recommendations.RecommendationPage;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
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

/** What was asked for and what was answered, as plain pages for everybody. */
@Controller
class PublicRecommendations {

    private static final int SHOWN = 30;
    private static final Asker GUEST = Asker.guest();

    private final Recommendations recommendations;
    private final Trace trace;
    private final Charts charts;
    private final PublicPages pages;
    private final Messages messages;
    private final Wording wording;
    private final House house;
    private final Clock clock;

    PublicRecommendations(
            Recommendations recommendations,
            Trace trace,
            Charts charts,
            PublicPages pages,
            Messages messages,
            Wording wording,
            House house,
            Clock clock) {
        this.recommendations = recommendations;
        this.trace = trace;
        this.charts = charts;
        this.pages = pages;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
        this.clock = clock;
    }

    /** @param state code of one, for those in it alone */
    @GetMapping(LANGUAGE + AdvocacyPages.PUBLIC_RECOMMENDATIONS)
    ResponseEntity<byte[]> list(
            @PathVariable Language language,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String before,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<RecommendationState> wanted = Arrays.stream(RecommendationState.values())
                .filter(one -> Code.of(one).equals(state))
                .findFirst();
        ListKey key = Keys.read(before);
        String version = recommendations.version() + " " + house.day(clock.instant());
        return pages.answer(request, response, "advocacy/list", version, () -> {
            Map<String, Object> model = model(language);
            RecommendationList list = recommendations.list(
                    GUEST, new RecommendationFilter(wanted.map(Set::of).orElse(Set.of()), ""), key, SHOWN);
            Figures figures = recommendations.figures(GUEST);
            String title = messages.text(language, "advocacy.public.title");
            boolean first = key == null && wanted.isEmpty();
            model.put(
                    "page",
                    first
                            ? PublicPage.of(
                                            language,
                                            AdvocacyPages.PUBLIC_RECOMMENDATIONS,
                                            title,
                                            messages.text(language, "advocacy.public.lead"))
                                    .withFeed(AdvocacyFeeds.RECOMMENDATIONS)
                            : PublicPage.unlisted(language, AdvocacyPages.PUBLIC_RECOMMENDATIONS, title));
            model.put("list", list.recommendations());
            model.put("states", figures.states());
            model.put("state", wanted.orElse(null));
            model.put("older", Keys.written(list.next()));
            model.put("continued", key != null);
            model.put("answers", charts.answers(figures, language));
            return model;
        });
    }

    @GetMapping(LANGUAGE + AdvocacyPages.PUBLIC_RECOMMENDATIONS + "/{code:" + AdvocacyPages.RECOMMENDATION_CODE + "}")
    ResponseEntity<byte[]> recommendation(
            @PathVariable Language language,
            @PathVariable String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        RecommendationPage found = recommendations.find(GUEST, code).orElseThrow(NotFound::new);
        List<Step> trail = trace.walk(GUEST, found.card().id().traced(), language);
        return pages.answer(request, response, "advocacy/recommendation", Keys.hash(found + " " + trail), () -> {
            Map<String, Object> model = model(language);
            String title = found.text().title().in(language);
            model.put(
                    "page",
                    PublicPage.of(
                            language,
                            AdvocacyPages.inPublic(code),
                            code + " · " + title,
                            description(found, language)));
            model.put("one", found);
            model.put("code", CodePicture.of(house.address("/" + language.code() + AdvocacyPages.inPublic(code))));
            model.put("trail", trail);
            return model;
        });
    }

    private static String description(RecommendationPage found, Language language) {
        LocalizedText proposal = found.text().proposal();
        String words = proposal == null ? found.text().title().in(language) : proposal.in(language);
        return words.length() <= 160 ? words : words.substring(0, 159) + "…";
    }

    private Map<String, Object> model(Language language) {
        Map<String, Object> model = new HashMap<>();
        model.put("when", new When(wording, language, house.zone()));
        model.put("words", new AdvocacyWords(messages, wording, language));
        return model;
    }
}
