package org.kvartal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvartal.journeys.Habits.look;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.kvartal.journeys.DelegationCast.Delegation;
import org.kvartal.journeys.DelegationCast.Screens;
import org.kvartal.journeys.DelegationCast.Visit;
import org.kvartal.kernel.Wording;

/** What travellers take along: the brief book, the sheet of a day, and the visits in their own calendar. */
final class DelegationPapers {

    private final DelegationCast cast;
    private final Screens screens;
    private final Wording wording;

    DelegationPapers(DelegationCast cast, Screens screens, Wording wording) {
        this.cast = cast;
        this.screens = screens;
        this.wording = wording;
    }

    /** Everything that one needs on the way, and nothing that is nobody's business. */
    void theBriefBookTellsTheWholeJourney(LocalDate moved, String starts) {
        Visitor desk = screens.desk();
        String book = printed(desk, desk.link("missions.trip.brief"));
        assertThat(book)
                .contains(cast.title(), cast.goal(), cast.coordinator().name())
                .contains(oneLine(wording.days(cast.first(), cast.last(), cast.language())))
                .containsIgnoringCase(day(cast.first()))
                .containsIgnoringCase(day(moved))
                .contains(desk.words("missions.brief.travellers"), desk.words("missions.brief.places"))
                .contains(desk.words("missions.part.head"), desk.words("missions.part.delegate"))
                .contains(starts + "–");
        for (Visit one : cast.visits().subList(0, 2)) {
            assertThat(book)
                    .contains(one.purpose(), one.about())
                    .contains(desk.words("missions.brief.said", one.answer()))
                    .contains(desk.words(
                            "missions.brief.host", one.place().name(), desk.words("missions.host-state.accepted")))
                    .doesNotContain(one.mail());
        }
        assertThat(book).doesNotContain(cast.visits().getLast().purpose());
        for (Delegation one : cast.delegations()) {
            assertThat(book)
                    .contains(one.name(), one.head(), one.companion())
                    .doesNotContain(one.call(), one.phone(), one.email());
        }
    }

    void theDaySheetTellsOneDay() {
        Visitor desk = screens.desk();
        Visit first = cast.visits().getFirst();
        String sheet = printed(desk, desk.link("missions.trip.day-sheet").first());
        assertThat(sheet)
                .containsIgnoringCase(day(cast.first()))
                .contains(cast.title(), "10:00–11:30", first.purpose())
                .contains(first.place().name())
                .doesNotContain(cast.visits().get(1).purpose())
                .doesNotContain(cast.delegations().getFirst().companion());
    }

    private String day(LocalDate day) {
        return oneLine(wording.weekday(day, cast.language()));
    }

    /** What the pages of a document say, with its lines in one. */
    private static String printed(Visitor visitor, Locator link) {
        APIResponse answer = visitor.page().request().get(Objects.requireNonNull(link.getAttribute("href")));
        assertThat(answer.headers().get("content-type")).startsWith("application/pdf");
        try (PDDocument document = Loader.loadPDF(answer.body())) {
            assertThat(document.getDocumentCatalog().getLanguage())
                    .isEqualTo(visitor.language().code());
            return oneLine(new PDFTextStripper().getText(document));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Lines end where the page does, and some spaces keep words together. */
    private static String oneLine(String text) {
        return text.replaceAll("(?U)\\s+", " ");
    }

    /** Whoever travels has it in their own calendar at the time that the host wished. */
    void theCalendarShowsTheTimeThatWasMoved(LocalDate moved, String starts) {
        Visitor chair = screens.chair();
        chair.open("/app/calendar");
        look(chair);
        chair.button("calendar.subscribe.make").click();
        String address = chair.field("calendar.subscribe.own").inputValue();
        look(chair);
        String feed =
                new String(chair.page().request().get(address).body(), StandardCharsets.UTF_8).replace("\r\n ", "");
        String begins = moved.format(DateTimeFormatter.BASIC_ISO_DATE) + "T" + starts.replace(":", "") + "00";
        assertThat(feed)
                .contains(cast.title(), cast.visits().getFirst().purpose())
                .containsPattern("SUMMARY:[^\r\n]*" + cast.visits().get(1).purpose())
                .contains("DTSTART;TZID=Europe/Sofia:" + begins)
                .doesNotContain(cast.visits().getLast().purpose());
    }
}
