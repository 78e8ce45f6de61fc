package org.kvartal.membership.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.audit.AuditedAct;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportRow;
import org.kvartal.imports.ImportRun;
import org.kvartal.imports.ImportState;
import org.kvartal.imports.Imports.RowLine;
import org.kvartal.imports.RowState;
import org.kvartal.imports.RowVerdict;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.Mandates.MandateLine;
import org.kvartal.membership.Mandates.MandateState;
import org.kvartal.membership.MemberAdmitted;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.MemberLeft;
import org.kvartal.membership.Members.MemberChange;
import org.kvartal.membership.Members.Particulars;
import org.kvartal.membership.Registration;
import org.kvartal.membership.RepresentationKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** The office brings in associations from a table. */
@Import(HeardFacts.class)
class AssociationTablesModuleTests extends ImportOffice {

    private static final String HEADING = "id;Name (English);Name (Russian);Name (Bulgarian);Kind;City;Sectors;Website;"
            + "Description;Register;Registration number;Primary representative;Mail address;Language";

    @Autowired
    AssociationsImport kind;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HeardFacts facts;

    @Autowired
    AuditTrail audit;

    private String row(String id, String name, String... more) {
        List<String> cells = new ArrayList<>(List.of(id + "-" + own, name));
        cells.addAll(List.of(more));
        return String.join(";", cells);
    }

    private String full(String id, String name) {
        return row(
                id,
                name,
                "Гильдия " + own,
                "Гилдия " + own,
                "сдружение",
                "София",
                "Занаяти, design",
                "guild.example.org",
                "We weave together.",
                "bg",
                "17-" + number(id),
                "Ада Ткач",
                email("ada" + id.toLowerCase(Locale.ROOT)),
                "Russian");
    }

    private String number(String id) {
        return own.substring(0, 6).toUpperCase(Locale.ROOT) + id;
    }

    private Particulars one(String name) {
        MemberId id = found(name).getFirst().id();
        return requireNonNull(members.particulars(List.of(id)).get(id));
    }

    @Test
    void aRowBecomesAMemberWithEverythingThatItSays() {
        String name = "Guild " + own;

        ImportId id = broughtIn("associations", table(HEADING, full("A1", name)));

        assertThat(states(id)).containsExactly(RowState.MADE);
        Particulars guild = one(name);
        assertThat(guild.card().kind()).isEqualTo(MemberKind.ASSOCIATION);
        assertThat(guild.card().name())
                .isEqualTo(new LocalizedText(
                        Language.RU,
                        Map.of(Language.EN, name, Language.RU, "Гильдия " + own, Language.BG, "Гилдия " + own)));
        assertThat(guild.card().city()).isEqualTo("sofia");
        assertThat(guild.card().sectors()).containsExactly("craft", "design");
        assertThat(guild.website()).isEqualTo("https://guild.example.org");
        assertThat(guild.about()).isEqualTo(LocalizedText.of(Language.RU, "We weave together."));
        assertThat(guild.registration()).isEqualTo(Registration.of("BG-EIK", "17" + number("A1")));
        assertThat(mandates.ofAssociation(officer, guild.card().id()))
                .extracting(MandateLine::kind, MandateLine::state, MandateLine::name, MandateLine::email)
                .containsExactly(tuple(RepresentationKind.PRIMARY, MandateState.INVITED, "Ада Ткач", email("adaa1")));
        assertThat(letters.to(email("adaa1"))).as("before the office says so").isEmpty();
        assertThat(facts.of(MemberAdmitted.class))
                .filteredOn(fact -> fact.member().equals(guild.card().id()))
                .extracting(MemberAdmitted::primary)
                .containsExactly((PersonId) null);
        assertThat(audit.about(
                        new AuditSubject("membership.member", guild.card().id().value()), 10))
                .extracting(AuditedAct::act)
                .containsExactly("membership.member-admitted");
        assertThat(rows(id).getFirst().path())
                .isEqualTo("/app/members/" + guild.card().number());
    }

    @Test
    void theSameFileAgainChangesNothingInWhateverLettersAndSeparators() {
        String heading = "Номер;Название (русское);Город;Отрасли";
        String row = row("R1", "Союз " + own, "Казань", "Музыка");
        broughtIn("associations", table(heading, row));

        ImportId windows = checked("associations", table(heading, row), Charset.forName("windows-1251"));
        ImportId marked = checked("associations", marked(table(heading, row)));
        ImportId commas = checked("associations", table(heading, row).replace(';', ','));
        ImportId shouted = checked(
                "associations", table(heading, row.replace("R1-" + own, ("r1-" + own).toUpperCase(Locale.ROOT))));

        for (ImportId again : List.of(windows, marked, commas, shouted)) {
            assertThat(states(again)).containsExactly(RowState.SAME);
        }
        assertThat(found("Союз " + own)).hasSize(1);
    }

    @Test
    void whoIsHereByRegisterOrNameIsRecognisedAndShownWhereItDiffers() {
        MemberId registered = MemberId.next();
        admissions.admit(
                HOUSE,
                new NewMember(
                        registered,
                        MemberKind.ASSOCIATION,
                        LocalizedText.of(Language.EN, "Old Presses " + own),
                        null,
                        "",
                        Registration.of("RU-OGRN", "77" + number("B1")),
                        "kazan",
                        "",
                        List.of("publishing"),
                        "",
                        null,
                        null,
                        null,
                        null,
                        true));
        MemberId named = admit(MemberKind.ASSOCIATION, "Bell Founders " + own, null);

        ImportId id = checked(
                "associations",
                table(
                        HEADING,
                        row(
                                "B1",
                                "New Presses " + own,
                                "",
                                "",
                                "",
                                "Москва",
                                "",
                                "",
                                "",
                                "RU",
                                "77." + number("B1"),
                                "",
                                "",
                                ""),
                        row("B2", "BELL  founders " + own, "", "", "", "", "", "", "", "", "", "", "", ""),
                        row("B3", "Bell Founders " + own, "", "", "", "Skopje", "Craft", "", "", "", "", "", "", "")));

        List<RowLine> rows = rows(id);
        assertThat(rows.get(0).state()).isEqualTo(RowState.CONFLICT);
        assertThat(rows.get(0).subject()).isEqualTo(registered.value());
        assertThat(differences(rows.get(0)))
                .containsOnly(entry("name-en", "Old Presses " + own), entry("city", "Kazan"));
        assertThat(rows.get(1).subject()).isEqualTo(named.value());
        assertThat(differences(rows.get(1))).containsOnly(entry("name-en", "Bell Founders " + own));
        assertThat(differences(rows.get(2))).containsOnly(entry("city", ""), entry("sectors", ""));
    }

    @Test
    void oneOfTheSameNameInAnotherCityIsAnotherOne() {
        String heading = "id;Name (English);City";
        String name = "Union of Artists " + own;
        broughtIn("associations", table(heading, row("C1", name, "Sofia"), row("C2", name, "Plovdiv")));

        assertThat(found(name)).extracting(MemberCard::city).containsExactlyInAnyOrder("sofia", "plovdiv");
    }

    @Test
    void whatIsWrongIsSaidBesideTheCellAndTheOthersComeIn() {
        ImportId id = broughtIn(
                "associations",
                table(
                        HEADING,
                        row("D1", "", "", "", "", "", "", "", "", "", "", "", "", ""),
                        row(
                                "D2",
                                "Two " + own,
                                "",
                                "",
                                "club",
                                "",
                                "Alchemy",
                                "not an address",
                                "",
                                "XX",
                                "1",
                                "",
                                "",
                                "Klingon"),
                        row("D3", "Three " + own, "", "", "", "", "", "", "", "", "", "Ada Loom", "", ""),
                        row("D4", "Four " + own, "", "", "", "", "", "", "", "", "", "Ada Loom", "ada at home", ""),
                        ";Five " + own + ";;;;;;;;;;;;",
                        row("D6", "Six " + own, "", "", "", "", "", "", "", "", "", "", "", ""),
                        row("D7", "Six " + own, "", "", "", "", "", "", "", "", "", "", "", "")));

        List<RowLine> rows = rows(id);
        assertThat(problems(rows.get(0))).containsOnly(entry("name-en", "membership.import.problem.name"));
        assertThat(problems(rows.get(1)))
                .containsOnly(
                        entry("kind", "membership.import.problem.kind"),
                        entry("sectors", "membership.import.problem.sector"),
                        entry("website", "kernel.refused.web-address"),
                        entry("register", "membership.refused.registration-scheme"),
                        entry("language", "membership.import.problem.language"));
        assertThat(problems(rows.get(2))).containsOnly(entry("email", "membership.import.problem.no-address"));
        assertThat(problems(rows.get(3))).containsOnly(entry("email", "accounts.email.malformed"));
        assertThat(problems(rows.get(4))).containsOnly(entry("id", "membership.import.problem.id"));
        assertThat(rows.get(5).state()).isEqualTo(RowState.MADE);
        assertThat(problems(rows.get(6))).containsOnly(entry("", "membership.import.problem.same-as"));
        assertThat(state(id)).isEqualTo(ImportState.DONE);
    }

    @Test
    void twoRowsAboutTheSameAreBroughtInOnce() {
        String heading = "id;name;city;register;registration-number";
        ImportId id = broughtIn(
                "associations",
                table(
                        heading,
                        row("T1", "Twins " + own, "Sofia", "BG", number("T1")),
                        row("T2", "TWINS " + own, "Sofia", "", ""),
                        row("T3", "Twins " + own, "Sofia", "BG", number("T3")),
                        row("T4", "Other " + own, "Plovdiv", "BG", number("T1"))));

        assertThat(states(id))
                .as("the third has a number of its own in the register")
                .containsExactly(RowState.MADE, RowState.INVALID, RowState.MADE, RowState.INVALID);
        assertThat(found("Twins " + own)).hasSize(2);
    }

    @Test
    void hostileCellsStayWhatTheyAre() {
        String formula = "=HYPERLINK(\"\"http://evil.example\"\";\"\"x\"\") " + own;
        String script = "<script>alert(1)</script> " + own;
        ImportId id = broughtIn(
                "associations",
                table(
                        "id;Name (English);City;Website",
                        "E1-" + own + ";\"" + formula + "\";;",
                        "E2-" + own + ";" + script + ";;",
                        "E3-" + own + ";Three " + own + ";\"' OR 1=1 --\";javascript:alert(1)",
                        "E4-" + own + ";" + "Ы".repeat(200) + ";;",
                        "E5-" + own + ";\"Two\nlines " + own + "\";;"));

        List<RowLine> rows = rows(id);
        assertThat(found(own))
                .extracting(card -> card.name().in(Language.EN))
                .contains(formula.replace("\"\"", "\""), script, "Two lines " + own);
        assertThat(problems(rows.get(2))).containsOnly(entry("website", "kernel.refused.web-address"));
        assertThat(problems(rows.get(3))).containsOnly(entry("name-en", "kernel.refused.too-long"));
    }

    @Test
    void aDescriptionOfSeveralParagraphsStaysSoAndIsTheSameTheNextTime() {
        String table =
                table("id;Name (English);Description", "P1-" + own + ";Presses " + own + ";\"Prints.\r\n\r\nBinds.\"");

        broughtIn("associations", table);
        ImportId again = checked("associations", table);

        assertThat(requireNonNull(one("Presses " + own).about()).in(Language.EN))
                .isEqualTo("Prints.\n\nBinds.");
        assertThat(states(again)).containsExactly(RowState.SAME);
    }

    @Test
    void takingBackLeavesNothingOfWhatNobodyTouched() {
        ImportId id = broughtIn(
                "associations",
                table(
                        HEADING,
                        full("F1", "Untouched " + own),
                        row("F2", "Changed " + own),
                        row("F3", "Taken up " + own)));
        MemberId untouched = found("Untouched " + own).getFirst().id();
        MemberCard changed = found("Changed " + own).getFirst();
        members.change(
                officer,
                new MemberChange(
                        changed.id(),
                        0,
                        changed.name(),
                        "",
                        null,
                        "Varna",
                        List.of(),
                        "",
                        null,
                        "",
                        "",
                        "",
                        null,
                        null));
        MemberId taken = found("Taken up " + own).getFirst().id();
        representative(taken, RepresentationKind.DEPUTY);
        sendInvitations(id);
        String token = letters.token(email("adaf1"));

        takenBack(id);

        assertThat(states(id)).containsExactly(RowState.TAKEN_BACK, RowState.KEPT, RowState.KEPT);
        assertThat(problems(rows(id).get(1))).containsOnly(entry("", "membership.import.problem.touched"));
        assertThat(members.find(HOUSE, untouched)).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM mandate WHERE association = ?")
                        .param(untouched.value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(invitations.look(token)).as("the letter's link").isEmpty();
        assertThat(invitations.accept(token)).isEmpty();
        assertThat(facts.of(MemberLeft.class)).extracting(MemberLeft::member).contains(untouched);
        assertThat(members.current(Set.of(changed.id(), taken))).hasSize(2);

        ImportId again = checked("associations", table(HEADING, full("F1", "Untouched " + own)));
        assertThat(states(again)).containsExactly(RowState.NEW);
    }

    @Test
    void aHundredRowsTakeAsManyStatementsAsTen() {
        ImportRun run = new ImportRun(ImportId.next(), officer);
        var ten = inOneGo(run, rows(10, "G"));
        var hundred = inOneGo(run, rows(100, "H"));

        assertThat(hundred).hasSizeLessThanOrEqualTo(ten.size() + 4);
        assertThat(hundred.size()).isLessThan(50);
    }

    /** Judges and brings in; written in batches of fifty rows. */
    private List<String> inOneGo(ImportRun run, List<ImportRow> rows) {
        return statements(() -> transaction.executeWithoutResult(_ -> {
            assertThat(kind.judge(run, rows)).allMatch(RowVerdict.New.class::isInstance);
            assertThat(kind.bringIn(run, rows)).hasSize(rows.size());
        }));
    }

    private List<ImportRow> rows(int many, String letter) {
        List<ImportRow> rows = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Map<String, String> cells = new HashMap<>();
            cells.put("id", letter + i + "-" + own);
            cells.put("name-en", letter + i + " " + own);
            cells.put("city", "Sofia");
            cells.put("register", "BG");
            cells.put("registration-number", number(letter + i));
            cells.put("representative", "Ada");
            cells.put("email", email("ada" + letter + i));
            rows.add(new ImportRow(i + 2, cells, null));
        }
        return rows;
    }
}
