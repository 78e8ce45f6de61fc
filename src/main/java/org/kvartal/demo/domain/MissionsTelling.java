package org.kvartal.demo.domain;

import static org.kvartal.kernel.Language.BG;
import static org.kvartal.kernel.Language.EN;
import static org.kvartal.kernel.Language.RU;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.alliance.EntryId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.missions.AgreementId;
import org.kvartal.missions.AgreementKind;
import org.kvartal.missions.AgreementState;
import org.kvartal.missions.Agreements;
import org.kvartal.missions.Agreements.AgreementContent;
import org.kvartal.missions.Agreements.AgreementPage;
import org.kvartal.missions.Agreements.NewAgreement;
import org.kvartal.missions.Agreements.PartyLine;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.Itinerary;
import org.kvartal.missions.Itinerary.Host;
import org.kvartal.missions.Itinerary.SlotContent;
import org.kvartal.missions.Itinerary.SlotLine;
import org.kvartal.missions.MissionDesk;
import org.kvartal.missions.MissionDesk.Goal;
import org.kvartal.missions.MissionDesk.MissionContent;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.MissionKind;
import org.kvartal.missions.MissionState;
import org.kvartal.missions.Missions;
import org.kvartal.missions.Missions.MissionPage;
import org.kvartal.missions.Party;
import org.kvartal.missions.Projects.FollowUpLine;
import org.kvartal.missions.Rosters;
import org.kvartal.missions.Rosters.DelegationContent;
import org.kvartal.missions.Rosters.TravellerContent;
import org.kvartal.missions.SlotId;
import org.kvartal.missions.TravellerId;
import org.kvartal.missions.TravellerPart;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Tells of the recorded missions of 2023 and 2024 and the agreements that were signed at the end of one, and of an invented delegation that is being prepared. Of the recorded ones
 * nothing is told that is not on record: their days stand whole, without hours, and nobody who travelled has a name.
 */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class MissionsTelling {

    private static final String HOST = "moscow";
    private static final String RECEPTION = "regions-2023-07";

    private final Missions missions;
    private final MissionDesk desk;
    private final Rosters rosters;
    private final Itinerary itinerary;
    private final Agreements agreements;

    MissionsTelling(Missions missions, MissionDesk desk, Rosters rosters, Itinerary itinerary, Agreements agreements) {
        this.missions = missions;
        this.desk = desk;
        this.rosters = rosters;
        this.itinerary = itinerary;
        this.agreements = agreements;
    }

    /**
     * One that is on record.
     *
     * @param code in {@code facts/missions.csv}
     * @param goal what was wished and how much of it is on record
     * @param found what is on record of how it ended
     */
    private record Recorded(
            String code,
            MissionKind kind,
            ZoneId zone,
            LocalizedText title,
            LocalizedText about,
            String purpose,
            Goal goal,
            String found) {}

    void tell(StoryIds ids) {
        Asker officer = Asker.of(ids.person("luka"));
        List<Map<String, String>> facts = StoryFiles.table("facts/missions.csv");
        for (Recorded one : recorded()) {
            facts.stream()
                    .filter(row -> StoryFiles.text(row, "code").equals(one.code()))
                    .forEach(row -> held(one, row, officer, ids));
        }
        StoryFiles.table("facts/agreements.csv").forEach(row -> agreed(row, officer, ids));
        prepared(officer, ids);
    }

    private static LocalizedText said(String en, String ru, String bg) {
        return new LocalizedText(EN, Map.of(EN, en, RU, ru, BG, bg));
    }

    private static List<Recorded> recorded() {
        return List.of(
                new Recorded(
                        "karelia-2023",
                        MissionKind.BUSINESS_MISSION,
                        ZoneId.of("Europe/Moscow"),
                        said(
                                "Interior designers from the Republic of Karelia in Moscow",
                                "Дизайнеры интерьеров из Республики Карелия в Москве",
                                "Интериорни дизайнери от Република Карелия в Москва"),
                        said(
                                "Trends in interior design, stages of work with a client, psychology of perception, heritage and crafts in digital form; visits to production sites.",
                                "Тренды в дизайне интерьеров, этапы работы с заказчиком, психология восприятия, наследие и ремёсла в цифровом виде; посещение производств.",
                                "Тенденции в интериорния дизайн, етапи на работата с клиент, психология на възприятието, наследство и занаяти в цифров вид; посещения в производства."),
                        "Talks and visits to production sites",
                        new Goal(said("Topics talked about", "Обсуждённые темы", "Обсъдени теми"), 4),
                        "Afterwards participants digitise heritage objects and make furniture, tableware and textile collections."),
                new Recorded(
                        RECEPTION,
                        MissionKind.DELEGATION,
                        ZoneId.of("Europe/Moscow"),
                        said(
                                "Representatives of regions study the capital’s creative spaces",
                                "Представители регионов знакомятся с креативными пространствами столицы",
                                "Представители на региони се запознават с творческите пространства на столицата"),
                        said(
                                "Staff of public institutions and organisations from eleven named cities and others. Such receptions are held every month.",
                                "Сотрудники государственных учреждений и организаций из одиннадцати названных городов и других. Такие приёмы проходят каждый месяц.",
                                "Служители на държавни институции и организации от единадесет посочени града и от други. Такива приеми се провеждат всеки месец."),
                        "The capital’s creative spaces",
                        new Goal(said("Agreements signed", "Подписанные соглашения", "Подписани споразумения"), 3),
                        "Ended with signed cooperation agreements."),
                new Recorded(
                        "cca-2024",
                        MissionKind.DELEGATION,
                        ZoneId.of("Asia/Tashkent"),
                        said(
                                "Fifth Creative Central Asia networking meeting",
                                "Пятая встреча Creative Central Asia",
                                "Пета среща Creative Central Asia"),
                        said(
                                "Experts from Central Asia, other countries of the region and the United Kingdom, on interdisciplinary creative cities and the places that connect them: hubs, clusters, culture and art centres.",
                                "Эксперты из Центральной Азии, других стран региона и Великобритании – о междисциплинарных креативных городах и местах, которые их связывают: хабах, кластерах, центрах культуры и искусства.",
                                "Експерти от Централна Азия, други страни от региона и Обединеното кралство – за интердисциплинарните творчески градове и местата, които ги свързват: хъбове, клъстери, центрове за култура и изкуство."),
                        "Networking meeting",
                        new Goal(said("Delegates", "Делегаты", "Делегати"), 3),
                        "Teams designed and presented city tours for creative experts."));
    }

    private void held(Recorded one, Map<String, String> row, Asker officer, StoryIds ids) {
        MissionId id = new MissionId(ids.settled("mission " + one.code()));
        LocalDate starts = LocalDate.parse(StoryFiles.text(row, "starts"));
        String code = desk.plan(
                officer,
                id,
                new MissionContent(
                        one.kind(),
                        one.title(),
                        one.about(),
                        starts,
                        LocalDate.parse(StoryFiles.text(row, "ends")),
                        one.zone(),
                        List.of(one.goal())));
        if (state(code) == MissionState.PLANNING) {
            if (!page(code).line().shown()) {
                desk.show(officer, id, version(code), true);
            }
            delegations(row).forEach(city -> delegation(one, city, officer, id, ids));
            SlotId slot = new SlotId(ids.settled("visit " + one.code()));
            if (page(code).slots().isEmpty()) {
                itinerary.put(officer, id, slot, 0, wholeDay(one, starts, ids.entry(host(row))));
            }
            desk.fixRoster(officer, id, version(code));
        }
        goOn(one, id, code, officer);
    }

    private static String host(Map<String, String> row) {
        return StoryFiles.text(row, "host_city");
    }

    /** The cities from which they came; those of the meeting came from one union, whose city is not on record. */
    private static List<String> delegations(Map<String, String> row) {
        String cities = row.getOrDefault("from_places", "");
        return cities.isEmpty() ? List.of("") : Arrays.asList(cities.split(";"));
    }

    private void delegation(Recorded one, String city, Asker officer, MissionId mission, StoryIds ids) {
        DelegationId id = new DelegationId(ids.settled("delegation " + one.code() + " " + city));
        boolean union = city.isEmpty();
        String name = union ? "A union of creative industries" : name(city);
        rosters.put(
                officer,
                mission,
                id,
                new DelegationContent(name, union ? null : new Party.OfEntry(ids.entry(city)), "", "", EN));
        List<TravellerContent> all = new ArrayList<>();
        for (int i = 1; i <= (union ? 3 : 1); i++) {
            all.add(new TravellerContent(
                    new TravellerId(ids.settled("traveller " + one.code() + " " + city + " " + i)),
                    union ? "Delegate " + i : "Delegate from " + name,
                    TravellerPart.DELEGATE,
                    "",
                    "",
                    "",
                    "",
                    "",
                    null,
                    null));
        }
        rosters.fill(officer, id, all);
    }

    private static String name(String city) {
        return StoryFiles.table("facts/cities.csv").stream()
                .filter(row -> StoryFiles.text(row, "code").equals(city))
                .map(row -> StoryFiles.text(row, "en"))
                .findFirst()
                .orElseThrow();
    }

    private static SlotContent wholeDay(Recorded one, LocalDate day, EntryId place) {
        return new SlotContent(
                day,
                LocalTime.MIDNIGHT,
                LocalTime.MIDNIGHT,
                one.zone(),
                place,
                "",
                one.purpose(),
                Set.of(),
                "",
                "",
                null);
    }

    private void goOn(Recorded one, MissionId id, String code, Asker officer) {
        if (state(code) == MissionState.ROSTER_FIXED) {
            desk.confirm(officer, id, version(code));
        }
        if (state(code) == MissionState.CONFIRMED) {
            desk.setOut(officer, id, version(code));
        }
        if (state(code) == MissionState.ON_THE_ROAD) {
            desk.comeBack(officer, id, version(code));
        }
        if (state(code) == MissionState.DEBRIEF) {
            desk.reach(officer, id, version(code), 1, one.goal().target());
            List<FollowUpLine> looks = page(code).followUps();
            looks.stream()
                    .filter(look -> look.doneAt() == null)
                    .forEach(look -> desk.settle(
                            officer,
                            look.id(),
                            look.equals(looks.getFirst()) ? one.found() : "Nothing more is on record."));
            desk.finish(officer, id, version(code));
        }
    }

    private MissionPage page(String code) {
        return missions.find(Demonstration.HOUSE, code).orElseThrow();
    }

    private MissionState state(String code) {
        return page(code).line().state();
    }

    private long version(String code) {
        return page(code).line().version();
    }

    /** Of the agreements it is on record between whom and on which day, nothing else. */
    private void agreed(Map<String, String> row, Asker officer, StoryIds ids) {
        String party = StoryFiles.text(row, "party");
        String key = party.toLowerCase(Locale.ROOT).replace(' ', '-');
        AgreementId id = new AgreementId(ids.settled("agreement " + key));
        String code = agreements.enter(
                officer,
                new NewAgreement(
                        id,
                        new AgreementContent(
                                AgreementKind.MOU,
                                said(
                                        "Cooperation agreement with " + party,
                                        "Соглашение о сотрудничестве: " + party,
                                        "Споразумение за сътрудничество: " + party),
                                said(
                                        "Signed at the end of a study visit to the capital’s creative spaces.",
                                        "Подписано в завершение знакомства с креативными пространствами столицы.",
                                        "Подписано в края на запознаването с творческите пространства на столицата."),
                                List.of(new Party.OfEntry(ids.entry(HOST)), new Party.OfEntry(ids.entry(key))),
                                null,
                                null),
                        null,
                        new MissionId(ids.settled("mission " + RECEPTION)),
                        null));
        AgreementPage page = agreements.find(officer, code).orElseThrow();
        if (page.hash() == null) {
            var _ = agreements.file(
                    officer,
                    id,
                    "on-record.txt",
                    new ByteArrayInputStream((party
                                    + ": a cooperation agreement was signed on 8 July 2023. Its text is not on record here.\n")
                            .getBytes(StandardCharsets.UTF_8)));
        }
        for (int place = 1; place <= page.parties().size(); place++) {
            sign(officer, id, code, place);
        }
    }

    private void sign(Asker officer, AgreementId id, String code, int place) {
        AgreementPage page = agreements.find(officer, code).orElseThrow();
        PartyLine line = page.parties().get(place - 1);
        boolean open =
                page.line().state() == AgreementState.DRAFT || page.line().state() == AgreementState.SIGNED_PARTLY;
        if (open && line.signedOn() == null) {
            agreements.sign(
                    officer, id, page.line().version(), place, "The name is not on record", LocalDate.of(2023, 7, 8));
        }
    }

    /** An invented delegation to invented hosts that the office still works on. */
    private void prepared(Asker officer, StoryIds ids) {
        ZoneId sofia = Story.ZONE;
        LocalDate starts = LocalDate.ofInstant(ids.begun(), sofia).plusDays(24);
        MissionId id = new MissionId(ids.settled("mission printers"));
        String code = desk.plan(
                officer,
                id,
                new MissionContent(
                        MissionKind.DELEGATION,
                        said(
                                "Printers of three cities in Sofia",
                                "Печатники трёх городов в Софии",
                                "Печатари от три града в София"),
                        said(
                                "Two days among presses and type: workshops, a class, and what the three cities could print together.",
                                "Два дня среди станков и шрифтов: мастерские, занятие и что три города могли бы напечатать вместе.",
                                "Два дни сред преси и шрифтове: ателиета, занятие и какво трите града биха могли да отпечатат заедно."),
                        starts,
                        starts.plusDays(1),
                        sofia,
                        List.of(new Goal(
                                said("Books begun together", "Начатые вместе книги", "Започнати заедно книги"), 2))));
        if (!page(code).slots().isEmpty()) {
            return;
        }
        invited(ids, officer, id, "Belgrade", "milica", "Milica Šestar");
        invited(ids, officer, id, "Bucharest", "ilinca", "Ilinca Tipograf");
        visit(
                ids,
                officer,
                id,
                "presses",
                starts,
                "10:00",
                "12:00",
                ids.entry("letterpress-hall"),
                "See the presses at work",
                "Vesela Hartieva",
                "hall@example.org");
        visit(
                ids,
                officer,
                id,
                "class",
                starts,
                "12:05",
                "14:00",
                ids.entry("evening-school"),
                "A class of apprentices",
                "Boyan Rendev",
                "school@example.org");
        visit(
                ids,
                officer,
                id,
                "books",
                starts.plusDays(1),
                "10:00",
                "13:00",
                ids.entry("letterpress-hall"),
                "Which books to print together",
                null,
                "");
        SlotLine first = page(code).slots().getFirst();
        itinerary.record(officer, first.id(), first.version(), true, "Ring twice, the door is in the yard.");
        desk.show(officer, id, version(code), true);
    }

    private void invited(StoryIds ids, Asker officer, MissionId mission, String city, String person, String head) {
        DelegationId id = new DelegationId(ids.settled("delegation printers " + city));
        rosters.put(
                officer,
                mission,
                id,
                new DelegationContent(
                        city,
                        new Party.OfEntry(ids.entry(city.toLowerCase(Locale.ROOT))),
                        head,
                        person + "@example.org",
                        EN));
        if (person.equals("milica")) {
            rosters.fill(
                    officer,
                    id,
                    List.of(new TravellerContent(
                            new TravellerId(ids.settled("traveller printers " + person)),
                            head,
                            TravellerPart.HEAD,
                            "printer",
                            "",
                            "",
                            "sr, en",
                            "",
                            null,
                            null)));
        }
    }

    private void visit(
            StoryIds ids,
            Asker officer,
            MissionId mission,
            String key,
            LocalDate day,
            String starts,
            String ends,
            EntryId place,
            String purpose,
            @Nullable String host,
            String email) {
        itinerary.put(
                officer,
                mission,
                new SlotId(ids.settled("visit printers " + key)),
                0,
                new SlotContent(
                        day,
                        LocalTime.parse(starts),
                        LocalTime.parse(ends),
                        Story.ZONE,
                        place,
                        "",
                        purpose,
                        Set.of(),
                        "",
                        "",
                        host == null ? null : new Host(host, email, BG)));
    }
}
