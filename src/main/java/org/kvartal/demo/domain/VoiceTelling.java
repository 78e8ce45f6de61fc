package org.kvartal.demo.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kvartal.advocacy.AddresseeId;
import org.kvartal.advocacy.Addressees;
import org.kvartal.advocacy.Addressees.AddresseeContent;
import org.kvartal.advocacy.Aims;
import org.kvartal.advocacy.Aims.Budget;
import org.kvartal.advocacy.Aims.Indicator;
import org.kvartal.advocacy.CostBand;
import org.kvartal.advocacy.DispatchId;
import org.kvartal.advocacy.Dispatches;
import org.kvartal.advocacy.Dispatches.NewDispatch;
import org.kvartal.advocacy.Endorsements;
import org.kvartal.advocacy.MeasureDesk;
import org.kvartal.advocacy.MeasureDesk.MeasureContent;
import org.kvartal.advocacy.MeasureDesk.NewMeasure;
import org.kvartal.advocacy.MeasureDesk.NewReport;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.advocacy.MeasureId;
import org.kvartal.advocacy.RecommendationDesk;
import org.kvartal.advocacy.RecommendationDesk.RecommendationText;
import org.kvartal.advocacy.RecommendationDrafted;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.RecommendationState;
import org.kvartal.advocacy.Recommendations;
import org.kvartal.advocacy.Recommendations.RecommendationCard;
import org.kvartal.advocacy.ReportId;
import org.kvartal.advocacy.ReportSchedule;
import org.kvartal.advocacy.Way;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Tells what became of the recommendation of the session that was held: it was worded, endorsed and adopted, a letter waits at an office that does not exist, and an
 * association does its own part. Begins when the house has heard of the recommendation; what stands already is told no second time.
 */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class VoiceTelling {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");
    private static final String ASSOCIATION = "typesetters-sofia";
    private static final int MEASURED = 200;
    private static final int DONE = 35;

    private final RecommendationDesk desk;
    private final Recommendations recommendations;
    private final Endorsements endorsements;
    private final Addressees addressees;
    private final Dispatches dispatches;
    private final MeasureDesk measures;
    private final Entries entries;
    private final JdbcClient jdbc;

    VoiceTelling(
            RecommendationDesk desk,
            Recommendations recommendations,
            Endorsements endorsements,
            Addressees addressees,
            Dispatches dispatches,
            MeasureDesk measures,
            Entries entries,
            JdbcClient jdbc) {
        this.desk = desk;
        this.recommendations = recommendations;
        this.endorsements = endorsements;
        this.addressees = addressees;
        this.dispatches = dispatches;
        this.measures = measures;
        this.entries = entries;
        this.jdbc = jdbc;
    }

    @ApplicationModuleListener(id = "demo.voice")
    void on(RecommendationDrafted fact) {
        Optional<Instant> begun = jdbc.sql("SELECT begun_at FROM demonstration")
                .query(Instant.class)
                .optional();
        begun.map(StoryIds::new)
                .filter(ids -> fact.recommendation().value().equals(ids.settled("held outcome rent")))
                .ifPresent(ids -> tell(ids, fact.recommendation()));
    }

    private void tell(StoryIds ids, RecommendationId id) {
        if (card(id).state() == RecommendationState.DRAFT) {
            desk.edit(Demonstration.HOUSE, id, card(id).version(), text(LocalDate.ofInstant(ids.begun(), SOFIA)));
            desk.propose(Demonstration.HOUSE, id, card(id).version());
            desk.consult(Demonstration.HOUSE, id, card(id).version(), LocalDate.ofInstant(ids.begun(), SOFIA));
            Map<String, String> associations =
                    Map.of("vesela", ASSOCIATION, "boyan", "joiners-plovdiv", "zoya", "galleries-moscow");
            associations.forEach((person, association) ->
                    endorsements.endorse(Asker.of(ids.person(person)), id, ids.member(association)));
            List.of("vesela", "boyan").forEach(person -> endorsements.endorse(Asker.of(ids.person(person)), id, null));
            desk.adopt(Demonstration.HOUSE, id, card(id).version());
            prepare(ids, id);
            measure(ids, id);
        }
    }

    private RecommendationCard card(RecommendationId id) {
        return Objects.requireNonNull(
                recommendations.cards(Demonstration.HOUSE, List.of(id)).get(id));
    }

    private static LocalizedText said(String ru, String en, String bg) {
        return new LocalizedText(Language.RU, Map.of(Language.RU, ru, Language.EN, en, Language.BG, bg));
    }

    private static RecommendationText text(LocalDate today) {
        return new RecommendationText(
                said(
                        "Льготная аренда для небольших мастерских",
                        "Lower rent for small workshops",
                        "По-нисък наем за малките ателиета"),
                said(
                        "Мастерская до 60 квадратных метров платит столько же, сколько магазин на главной улице. За последний год две мастерские из нашего двора закрылись.",
                        "A workshop of up to 60 square metres pays as much as a shop in the main street. Two workshops of our courtyard closed within a year.",
                        "Ателие до 60 квадратни метра плаща колкото магазин на главната улица. За една година две ателиета от нашия двор затвориха."),
                said(
                        "Мастеров, их учеников и тех, кто заказывает у них работу.",
                        "Those who work there, those who learn from them, and those who order from them.",
                        "Майсторите, чираците им и хората, които поръчват при тях."),
                said(
                        // What the session said; the others translate it.
                        "Просить город о льготной ставке аренды для мастерских площадью до 60 квадратных метров.",
                        "Ask the city for a reduced rent for workshops of up to 60 square metres.",
                        "Да се поиска от града преференциален наем за ателиета до 60 квадратни метра."),
                today.plusDays(MEASURED),
                said(
                        "Решение горсовета о ставках аренды муниципальных помещений",
                        "The city council’s decision on the rent of municipal rooms",
                        "Решение на общинския съвет за наемите на общинските помещения"),
                CostBand.SMALL);
    }

    /** The office is invented: a real one gets no letter that nobody wrote. Its letter waits for a signature that a visitor may give. */
    private void prepare(StoryIds ids, RecommendationId id) {
        EntryId entry = ids.entry("office-of-workshops");
        var _ = entries.make(
                Demonstration.HOUSE,
                NewEntry.of(
                        entry,
                        EntryKind.AUTHORITY,
                        EntryContent.of(
                                EntryKind.AUTHORITY,
                                Names.of(said(
                                        "Дирекция ателье и мастерских (вымышленная)",
                                        "Directorate of Workshops (invented)",
                                        "Дирекция „Ателиета“ (измислена)")))));
        AddresseeId to = new AddresseeId(ids.settled("addressee workshops"));
        addressees.enter(
                Demonstration.HOUSE,
                to,
                new AddresseeContent(
                        entry, "", "", "", "workshops@example.org", "1 Invented Square", Language.BG, SOFIA, 30));
        dispatches.prepare(
                Asker.of(ids.person("kalina")),
                new NewDispatch(
                        new DispatchId(ids.settled("letter workshops")),
                        id,
                        to,
                        Way.MAIL,
                        "Изпращаме ви препоръката, която заседанието на форума прие.",
                        30));
    }

    private void measure(StoryIds ids, RecommendationId id) {
        LocalDate today = LocalDate.ofInstant(ids.begun(), SOFIA);
        MeasureId measure = new MeasureId(ids.settled("measure rooms"));
        Asker owner = Asker.of(ids.person("vesela"));
        UUID rooms = ids.settled("indicator rooms");
        measures.enter(
                owner,
                new NewMeasure(
                        measure,
                        new MeasureContent(
                                said(
                                        "Общий список свободных помещений",
                                        "A shared list of free rooms",
                                        "Общ списък на свободните помещения"),
                                null,
                                new Owner.OfMember(ids.member(ASSOCIATION)),
                                "",
                                today.minusDays(DONE),
                                today.plusDays(MEASURED),
                                ReportSchedule.QUARTERLY,
                                "",
                                "",
                                new Aims(
                                        List.of(new Indicator(
                                                rooms,
                                                said("Помещений в списке", "Rooms in the list", "Помещения в списъка"),
                                                "",
                                                BigDecimal.ZERO,
                                                BigDecimal.valueOf(40),
                                                null)),
                                        null,
                                        new Budget(BigDecimal.valueOf(2_400), "EUR"))),
                        Set.of(id)));
        // Each act counts one version: entering made the first.
        measures.commit(owner, measure, 0, "Весела Хартиева");
        measures.start(owner, measure, 1);
        ReportId report = new ReportId(ids.settled("report rooms"));
        measures.draft(
                owner,
                new NewReport(
                        report,
                        measure,
                        "В списъка има дванадесет помещения, четири от тях са под 60 квадратни метра.",
                        Language.BG,
                        DONE,
                        ids.member(ASSOCIATION),
                        Map.of(rooms, BigDecimal.valueOf(12))));
        measures.publish(owner, report);
    }
}
