package org.kvartal.missions.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.PersonCard;
import org.kvartal.alliance.EntryCard;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Wording;
import org.kvartal.missions.BriefBooks;
import org.kvartal.missions.DelegationId;
import org.kvartal.missions.HostState;
import org.kvartal.missions.Itinerary.SlotContent;
import org.kvartal.missions.Itinerary.SlotLine;
import org.kvartal.missions.MissionId;
import org.kvartal.missions.Missions;
import org.kvartal.missions.Missions.DelegationLine;
import org.kvartal.missions.Missions.MissionPage;
import org.kvartal.missions.Rosters.TravellerContent;
import org.kvartal.missions.Rosters.TravellerLine;
import org.kvartal.missions.TripWarning;
import org.kvartal.missions.domain.Paper.Kind;
import org.springframework.stereotype.Component;

/** Day sheets and brief books. They hold no emergency contact and no mail address of a host. */
@Component
class PrintedBriefs implements BriefBooks {

    private final Missions missions;
    private final MissionBook book;
    private final KeptRosters rosters;
    private final PaperPrint print;
    private final Messages messages;
    private final Wording wording;
    private final House house;
    private final MissionClock clock;

    PrintedBriefs(
            Missions missions,
            MissionBook book,
            KeptRosters rosters,
            PaperPrint print,
            Messages messages,
            Wording wording,
            House house,
            MissionClock clock) {
        this.missions = missions;
        this.book = book;
        this.rosters = rosters;
        this.print = print;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
        this.clock = clock;
    }

    @Override
    public byte[] daySheet(
            Asker asker, MissionId id, @Nullable DelegationId delegation, LocalDate day, Language language) {
        MissionPage page = page(asker, id, delegation);
        Paper paper = paper(page, delegation, weekday(day, language), language);
        paper.text(people(page, delegation == null ? Set.of() : Set.of(delegation), language));
        day(paper, page, visits(page, delegation, day), language);
        return print.print(paper, clock.now());
    }

    @Override
    public byte[] briefBook(Asker asker, MissionId id, @Nullable DelegationId delegation, Language language) {
        MissionPage page = page(asker, id, delegation);
        String days = wording.days(page.line().starts(), page.line().ends(), language);
        Paper paper = paper(page, delegation, days, language);
        LocalizedText about = page.content().about();
        if (about != null) {
            paper.add(Kind.TEXT, about.in(language), about.shownIn(language).code());
        }
        PersonCard coordinator = page.coordinator();
        if (coordinator != null) {
            paper.text(said(language, "coordinator", coordinator.name()));
        }
        page.goals()
                .forEach(goal -> paper.text(said(language, "goal", goal.text().in(language), goal.target())));
        Set<LocalDate> all = new TreeSet<>();
        page.slots().forEach(slot -> all.add(slot.content().day()));
        for (LocalDate day : all) {
            List<SlotLine> visits = visits(page, delegation, day);
            if (!visits.isEmpty()) {
                paper.chapter(weekday(day, language));
                day(paper, page, visits, language);
            }
        }
        roster(asker, paper, page, delegation, language);
        places(paper, page, delegation, language);
        return print.print(paper, clock.now());
    }

    private MissionPage page(Asker asker, MissionId id, @Nullable DelegationId delegation) {
        MissionPage page = missions.find(asker, book.find(id).code()).orElseThrow(NotFound::new);
        boolean known = delegation == null
                || page.delegations().stream().anyMatch(line -> line.id().equals(delegation));
        if (!known) {
            throw new NotFound();
        }
        return page;
    }

    private Paper paper(MissionPage page, @Nullable DelegationId delegation, String days, Language language) {
        String title = page.line().title().in(language);
        Paper paper = new Paper(house.name(), title, page.line().code() + " · " + title, language);
        paper.strong(days);
        page.delegations().stream()
                .filter(line -> line.id().equals(delegation))
                .forEach(line -> paper.strong(line.name()));
        return paper;
    }

    private static List<SlotLine> visits(MissionPage page, @Nullable DelegationId delegation, LocalDate day) {
        return page.slots().stream()
                .filter(slot -> slot.content().day().equals(day))
                .filter(slot -> delegation == null
                        || slot.content().who().isEmpty()
                        || slot.content().who().contains(delegation))
                .toList();
    }

    private void day(Paper paper, MissionPage page, List<SlotLine> visits, Language language) {
        if (visits.isEmpty()) {
            paper.text(said(language, "free"));
        }
        Map<DelegationId, String> names = new HashMap<>();
        page.delegations().forEach(line -> names.put(line.id(), line.name()));
        for (SlotLine visit : visits) {
            SlotContent content = visit.content();
            paper.heading(time(page, content, language) + " · " + content.purpose());
            paper.strong(place(visit, language));
            if (content.host() != null && !content.host().name().isEmpty()) {
                paper.text(said(
                        language,
                        "host",
                        content.host().name(),
                        messages.text(language, "missions.host-state." + Code.of(visit.host()))));
                if (visit.host() == HostState.ACCEPTED && !visit.said().isEmpty()) {
                    paper.text(said(language, "said", visit.said()));
                }
            }
            if (content.host() != null && !content.host().phone().isEmpty()) {
                paper.text(said(language, "host-phone", content.host().phone()));
            }
            String coming = people(page, content.who(), language);
            if (!content.who().isEmpty()) {
                String who = content.who().stream()
                        .map(names::get)
                        .filter(Objects::nonNull)
                        .sorted()
                        .collect(Collectors.joining(", "));
                paper.text(said(language, "who", coming.isEmpty() ? who : who + " · " + coming));
            }
            if (!content.transport().isEmpty()) {
                paper.text(said(language, "transport", content.transport()));
            }
            paper.text(content.note());
            if (!visit.papers().isEmpty()) {
                paper.small(said(
                        language,
                        "papers",
                        visit.papers().stream().map(StoredFile::name).collect(Collectors.joining(", "))));
            }
            warnings(paper, page, visits, visit, language);
        }
    }

    /** How many travel with these delegations, with all where none is named; empty while nobody is known. */
    private String people(MissionPage page, Set<DelegationId> who, Language language) {
        int people = page.delegations().stream()
                .filter(line -> who.isEmpty() || who.contains(line.id()))
                .mapToInt(DelegationLine::travellers)
                .sum();
        return people == 0 ? "" : messages.text(language, "missions.trip.travellers", people);
    }

    /** What can hardly be meant, as far as it is about visits of this day's paper. */
    private void warnings(Paper paper, MissionPage page, List<SlotLine> visits, SlotLine visit, Language language) {
        for (TripWarning one : page.warnings()) {
            Optional<SlotLine> other = visits.stream()
                    .filter(line -> line.id().equals(one.other()))
                    .findFirst();
            if (visit.id().equals(one.slot()) && (one.other() == null || other.isPresent())) {
                String text = messages.text(language, "missions.warning." + Code.of(one.kind()), one.minutes());
                paper.warning(other.map(SlotLine::content)
                        .map(before -> messages.text(
                                language,
                                "missions.trip.warning-with",
                                text,
                                before.purpose(),
                                wording.clock(before.starts()) + "–" + wording.clock(before.ends())))
                        .orElse(text));
            }
        }
    }

    /** With the city whose clock it is, where that is another than the mission's. */
    private String time(MissionPage page, SlotContent content, Language language) {
        String time = wording.clock(content.starts()) + "–" + wording.clock(content.ends());
        return content.zone().equals(page.content().zone())
                ? time
                : time + " ("
                        + messages.text(language, "missions.trip.clock-of", wording.city(content.zone(), language))
                        + ")";
    }

    private static String place(SlotLine visit, Language language) {
        EntryCard entry = visit.entry();
        String more = visit.content().place();
        if (entry == null) {
            return more;
        }
        String name = entry.names().in(language);
        return more.isEmpty() ? name : name + ", " + more;
    }

    /** Who travels: the names and parts alone, of delegations whose roster the asker may read. */
    private void roster(
            Asker asker, Paper paper, MissionPage page, @Nullable DelegationId delegation, Language language) {
        List<DelegationLine> shown = page.delegations().stream()
                .filter(line -> delegation == null || line.id().equals(delegation))
                .filter(line -> line.travellers() > 0 && rosters.sees(asker, line.id()))
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        paper.chapter(said(language, "travellers"));
        for (DelegationLine line : shown) {
            paper.heading(line.name());
            for (TravellerLine traveller : rosters.of(asker, line.id())) {
                TravellerContent one = traveller.content();
                List<String> parts = new ArrayList<>();
                parts.add(one.name());
                parts.add(messages.text(language, "missions.part." + Code.of(one.part())));
                if (!one.role().isEmpty()) {
                    parts.add(one.role());
                }
                paper.text(String.join(" · ", parts));
            }
        }
    }

    /** What the directory says of the places, each once. */
    private void places(Paper paper, MissionPage page, @Nullable DelegationId delegation, Language language) {
        Set<EntryCard> entries = new LinkedHashSet<>();
        for (SlotLine slot : page.slots()) {
            EntryCard entry = slot.entry();
            boolean goes = delegation == null
                    || slot.content().who().isEmpty()
                    || slot.content().who().contains(delegation);
            if (goes && entry != null) {
                entries.add(entry);
            }
        }
        if (entries.isEmpty()) {
            return;
        }
        paper.chapter(said(language, "places"));
        for (EntryCard entry : entries) {
            paper.add(Kind.HEADING, entry.names().in(language), entry.names().shownIn(language));
            LocalizedText words = entry.description();
            if (words != null) {
                paper.add(Kind.TEXT, words.in(language), words.shownIn(language).code());
            }
        }
    }

    private String said(Language language, String what, Object... arguments) {
        return messages.text(language, "missions.brief." + what, arguments);
    }

    /** As a heading: days of the week begin small in Russian and Bulgarian. */
    private String weekday(LocalDate day, Language language) {
        String name = wording.weekday(day, language);
        return name.substring(0, 1).toUpperCase(language.locale()) + name.substring(1);
    }
}
