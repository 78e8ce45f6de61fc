package org.kvartal.advocacy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Role;
import org.kvartal.advocacy.Addressees.AddresseeContent;
import org.kvartal.advocacy.Answers.ReplyContent;
import org.kvartal.advocacy.Dispatches.Desk;
import org.kvartal.advocacy.Dispatches.NewDispatch;
import org.kvartal.advocacy.Dispatches.PaperReply;
import org.kvartal.advocacy.MeasureDesk.MeasureContent;
import org.kvartal.advocacy.MeasureDesk.NewMeasure;
import org.kvartal.advocacy.MeasureDesk.NewReport;
import org.kvartal.advocacy.MeasureDesk.Owner;
import org.kvartal.advocacy.RecommendationDesk.Evidence;
import org.kvartal.advocacy.RecommendationDesk.EvidenceKind;
import org.kvartal.advocacy.RecommendationDesk.NewRecommendation;
import org.kvartal.advocacy.RecommendationDesk.RecommendationText;
import org.kvartal.advocacy.Recommendations.RecommendationCard;
import org.kvartal.alliance.Entries;
import org.kvartal.alliance.Entries.NewEntry;
import org.kvartal.alliance.EntryContent;
import org.kvartal.alliance.EntryContent.Names;
import org.kvartal.alliance.EntryId;
import org.kvartal.alliance.EntryKind;
import org.kvartal.discussions.Townspeople;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.rights.RightsActs;
import org.kvartal.rights.RightsActs.Act;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may be done with recommendations, letters and measures, for the walkers of the rights. */
@TestConfiguration(proxyBeanMethods = false)
public class AdvocacyActs implements RightsActs {

    private static final Asker HOUSE = Asker.house("test");
    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    private final RecommendationDesk desk;
    private final Recommendations recommendations;
    private final Endorsements endorsements;
    private final Following following;
    private final Addressees addressees;
    private final Dispatches dispatches;
    private final MeasureDesk measureDesk;
    private final Measures measures;
    private final Entries entries;
    private final Townspeople town;
    private final JdbcClient jdbc;

    AdvocacyActs(
            RecommendationDesk desk,
            Recommendations recommendations,
            Endorsements endorsements,
            Following following,
            Addressees addressees,
            Dispatches dispatches,
            MeasureDesk measureDesk,
            Measures measures,
            Entries entries,
            Townspeople town,
            JdbcClient jdbc) {
        this.desk = desk;
        this.recommendations = recommendations;
        this.endorsements = endorsements;
        this.following = following;
        this.addressees = addressees;
        this.dispatches = dispatches;
        this.measureDesk = measureDesk;
        this.measures = measures;
        this.entries = entries;
        this.town = town;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Act> acts() {
        Map<String, Act> acts = new LinkedHashMap<>();
        recommendations(acts);
        letters(acts);
        measures(acts);
        return acts;
    }

    private void recommendations(Map<String, Act> acts) {
        acts.put("read a recommendation that is open for comment", by -> read(by, consulted()));
        acts.put("read a recommendation that is only proposed", by -> read(by, proposed()));
        acts.put("read the draft of a recommendation", by -> read(by, begun()));
        acts.put(
                "begin a recommendation", by -> desk.begin(by, new NewRecommendation(RecommendationId.next(), text())));
        acts.put("word a recommendation", by -> {
            RecommendationId id = begun();
            desk.edit(by, id, version(id), text());
        });
        acts.put("propose a recommendation", by -> {
            RecommendationId id = begun();
            desk.propose(by, id, version(id));
        });
        acts.put("open a recommendation for comment", by -> {
            RecommendationId id = proposed();
            desk.consult(by, id, version(id), LocalDate.now(SOFIA).plusDays(7));
        });
        acts.put("record that a recommendation was adopted", by -> {
            RecommendationId id = confirmed();
            desk.adopt(by, id, version(id));
        });
        acts.put("give a recommendation up", by -> {
            RecommendationId id = proposed();
            desk.retire(by, id, version(id), RetirementReason.OTHER, "No.", null);
        });
        acts.put("see what the room has decided", by -> {
            var _ = desk.decisions(by);
        });
        acts.put("follow a recommendation", by -> following.follow(by, consulted()));
        acts.put("stand behind a recommendation", by -> endorsements.endorse(by, consulted(), null));
        acts.put(
                "stand behind a recommendation for an association of somebody else",
                by -> endorsements.endorse(by, consulted(), town.association("Weavers")));
    }

    private void letters(Map<String, Act> acts) {
        acts.put("see to whom letters go", by -> {
            var _ = addressees.search(by, "", Language.EN, 10);
        });
        acts.put("enter an addressee", by -> addressees.enter(by, AddresseeId.next(), content()));
        acts.put("read a letter", by -> {
            var _ = dispatches.find(by, prepared()).orElseThrow(NotFound::new);
        });
        acts.put("see which letters wait", by -> {
            var _ = dispatches.waiting(by, Desk.TO_SIGN, null, 10);
        });
        acts.put(
                "prepare a letter",
                by -> dispatches.prepare(
                        by, new NewDispatch(DispatchId.next(), adopted(), addressee(), Way.POST, "", 14)));
        acts.put("sign a letter that somebody else has prepared", by -> {
            DispatchId id = prepared();
            dispatches.sign(by, id, version(id), false);
        });
        acts.put("give up a letter that nobody has signed", by -> {
            DispatchId id = prepared();
            dispatches.discard(by, id, version(id), "Not this one.");
        });
        acts.put("record that a letter went by post", by -> {
            DispatchId id = signed();
            dispatches.recordSent(by, id, version(id), LocalDate.now(SOFIA), "");
        });
        acts.put("record a reply on paper", by -> dispatches.recordReply(by, sent(), reply(), null));
        acts.put("classify a reply", by -> {
            DispatchId id = sent();
            dispatches.recordReply(officer(), id, reply(), null);
            dispatches.classify(by, id, version(id), Position.NOTED, "");
        });
        acts.put("answer an addressee that waits for the house", by -> {
            DispatchId id = sent();
            dispatches.recordReply(officer(), id, reply(), null);
            dispatches.owe(officer(), id, version(id));
            dispatches.clarify(
                    by, id, version(id), "On Tuesday.", LocalDate.now(SOFIA).plusDays(7));
        });
    }

    private void measures(Map<String, Act> acts) {
        acts.put("read a measure", by -> {
            var _ = measures.find(by, code(measure())).orElseThrow(NotFound::new);
        });
        acts.put("follow a measure", by -> following.follow(by, measure()));
        acts.put("enter a measure of an authority", by -> enter(by));
        acts.put("name who carries out a measure of an authority", by -> {
            MeasureId id = measure();
            measureDesk.commit(by, id, version(id), "Us");
        });
        acts.put("draft a report on a measure", by -> measureDesk.draft(by, report(ReportId.next(), underWay())));
        acts.put("publish a report on a measure of an authority", by -> {
            ReportId id = ReportId.next();
            measureDesk.draft(officer(), report(id, underWay()));
            measureDesk.publish(by, id);
        });
        acts.put("choose an association that verifies a measure", by -> {
            MeasureId id = measure();
            measureDesk.assign(by, id, version(id), town.association("Weavers"));
        });
        acts.put("verify a measure that somebody else has reported", by -> {
            MeasureId id = underWay();
            measureDesk.point(HOUSE, id, "", "https://example.org/done");
            measureDesk.reportDone(officer(), id, version(id));
            measureDesk.verify(by, id, version(id), MeasureState.VERIFIED_IMPLEMENTED, "Seen.");
        });
    }

    private void read(Asker by, RecommendationId id) {
        var _ = recommendations.find(by, card(id).code()).orElseThrow(NotFound::new);
    }

    private Asker officer() {
        return town.person(Role.OFFICER);
    }

    private static LocalizedText en(String text) {
        return LocalizedText.of(Language.EN, text);
    }

    private static RecommendationText text() {
        return new RecommendationText(en("One form"), en("Five forms."), null, en("One form instead."), null);
    }

    private RecommendationCard card(RecommendationId id) {
        return Objects.requireNonNull(recommendations.cards(HOUSE, List.of(id)).get(id));
    }

    private long version(RecommendationId id) {
        return card(id).version();
    }

    RecommendationId begun() {
        RecommendationId id = RecommendationId.next();
        desk.begin(HOUSE, new NewRecommendation(id, text()));
        return id;
    }

    private RecommendationId proposed() {
        RecommendationId id = begun();
        desk.propose(HOUSE, id, version(id));
        return id;
    }

    private RecommendationId consulted() {
        RecommendationId id = proposed();
        desk.consult(HOUSE, id, version(id), LocalDate.now(SOFIA));
        return id;
    }

    /** As if a session had confirmed it. */
    private RecommendationId confirmed() {
        RecommendationId id = consulted();
        UUID outcome = Ids.next();
        jdbc.sql("""
                INSERT INTO room_word (outcome, kind, session, item, text, heard_at)
                VALUES (:outcome, 'RECOMMENDATION', :outcome, :outcome, '{"source": "EN", "texts": {"EN": "Yes."}}', now())""").param("outcome", outcome).update();
        jdbc.sql("UPDATE recommendation SET outcome = :outcome WHERE id = :id")
                .param("outcome", outcome)
                .param("id", id.value())
                .update();
        return id;
    }

    private RecommendationId adopted() {
        RecommendationId id = confirmed();
        desk.adopt(HOUSE, id, version(id));
        return id;
    }

    /** The code of one that everybody may read. */
    public String open() {
        return card(consulted()).code();
    }

    /** One that the room has adopted. */
    public RecommendationCard adoptedOne() {
        return card(adopted());
    }

    /** The code of one that everybody may read, with an entry of the directory as evidence. */
    public String cited(String entry) {
        RecommendationId id = consulted();
        desk.cite(HOUSE, id, new Evidence(EvidenceKind.ENTRY, authority(entry).value()));
        return card(id).code();
    }

    private EntryId authority() {
        return authority("Authority " + Ids.next());
    }

    private EntryId authority(String name) {
        EntryId entry = EntryId.next();
        entries.make(
                HOUSE,
                NewEntry.of(entry, EntryKind.AUTHORITY, EntryContent.of(EntryKind.AUTHORITY, Names.of(name, "en"))));
        return entry;
    }

    private AddresseeContent content() {
        return new AddresseeContent(
                authority(), "Office", "", "", "office@example.org", "1 Square", Language.EN, SOFIA, 14);
    }

    private AddresseeId addressee() {
        AddresseeId id = AddresseeId.next();
        addressees.enter(HOUSE, id, content());
        return id;
    }

    /** A letter that waits for a signature. */
    public DispatchId prepared() {
        DispatchId id = DispatchId.next();
        dispatches.prepare(officer(), new NewDispatch(id, adopted(), addressee(), Way.POST, "", 14));
        return id;
    }

    private DispatchId signed() {
        DispatchId id = prepared();
        dispatches.sign(officer(), id, version(id), false);
        return id;
    }

    private DispatchId sent() {
        DispatchId id = signed();
        dispatches.recordSent(officer(), id, version(id), LocalDate.now(SOFIA), "");
        return id;
    }

    /** A letter on which an addressee has promised something by a day. */
    public DispatchId promised(LocalDate day) {
        return accepted(day);
    }

    /** One on which an authority has agreed to a part and named no day. */
    public DispatchId agreed() {
        return accepted(null);
    }

    /** One that is with an authority. */
    public DispatchId delivered() {
        return sent();
    }

    private DispatchId accepted(@Nullable LocalDate day) {
        DispatchId id = sent();
        dispatches.recordReply(
                officer(),
                id,
                new PaperReply(
                        ReplyId.next(),
                        new ReplyContent(ReplyChoice.PARTLY, Language.EN, "Half of it.", "Ada Ledger", day, null, ""),
                        LocalDate.now(SOFIA),
                        "",
                        ""),
                null);
        dispatches.classify(officer(), id, version(id), Position.PARTLY, "");
        return id;
    }

    private long version(DispatchId id) {
        return dispatches.find(HOUSE, id).orElseThrow().line().version();
    }

    private static PaperReply reply() {
        return new PaperReply(
                ReplyId.next(),
                new ReplyContent(ReplyChoice.NOTED, Language.EN, "Seen.", "", null, null, ""),
                LocalDate.now(SOFIA),
                "",
                "");
    }

    private MeasureId enter(Asker by) {
        MeasureId id = MeasureId.next();
        LocalDate today = LocalDate.now(SOFIA);
        measureDesk.enter(
                by,
                new NewMeasure(
                        id,
                        new MeasureContent(
                                en("A form"),
                                null,
                                new Owner.OfEntry(authority()),
                                "",
                                today,
                                today.plusDays(90),
                                ReportSchedule.MONTHLY,
                                "",
                                ""),
                        Set.of()));
        return id;
    }

    private MeasureId measure() {
        return enter(HOUSE);
    }

    /** The code of one. */
    public String measured() {
        return code(measure());
    }

    private MeasureId underWay() {
        MeasureId id = measure();
        measureDesk.commit(HOUSE, id, version(id), "Us");
        measureDesk.start(HOUSE, id, version(id));
        return id;
    }

    private String code(MeasureId id) {
        return jdbc.sql("SELECT 'M-' || year || '-' || lpad(number::text, 3, '0') FROM measure WHERE id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    private long version(MeasureId id) {
        return measures.find(HOUSE, code(id)).orElseThrow().card().version();
    }

    private static NewReport report(ReportId id, MeasureId measure) {
        return new NewReport(id, measure, "Half of it is there.", Language.EN, 50, null);
    }
}
