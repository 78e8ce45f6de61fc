package org.kvartal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kvartal.files.Samples;
import org.kvartal.imports.ImportId;
import org.kvartal.imports.ImportRow;
import org.kvartal.imports.ImportRun;
import org.kvartal.imports.Imports.RowLine;
import org.kvartal.imports.RowState;
import org.kvartal.imports.RowVerdict;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.Mandates.MandateLine;
import org.kvartal.membership.Mandates.MandateState;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Registration;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.WrittenMandates;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The office brings in people from a table: members themselves, and those who represent associations. */
class PeopleTablesModuleTests extends ImportOffice {

    private static final String HEADING = "id,name,email,language,city,sectors,association,role";

    @Autowired
    PeopleImport kind;

    @Autowired
    WrittenMandates written;

    @Autowired
    TransactionTemplate transaction;

    private ImportId associations() {
        return broughtIn("associations", table("id,name", "A1-" + own + ",Weavers " + own));
    }

    private MemberId weavers() {
        return found("Weavers " + own).getFirst().id();
    }

    @Test
    void whoHasNoAssociationBecomesAMemberAndIsLetInLater() {
        ImportId id = broughtIn(
                "people",
                table(
                        HEADING,
                        "P1-" + own + ",Иван Петров " + own + "," + email("ivan") + ",русский,Пловдив,Музыка,,"));

        PersonId person = personAt(email("ivan"));
        MemberCard card = found("Иван Петров " + own).getFirst();
        assertThat(states(id)).containsExactly(RowState.MADE);
        assertThat(card.kind()).isEqualTo(MemberKind.PERSON);
        assertThat(card.person()).isEqualTo(person);
        assertThat(card.city()).isEqualTo("plovdiv");
        assertThat(card.sectors()).containsExactly("music");
        assertThat(people.card(person).orElseThrow().language()).isEqualTo(Language.RU);
        assertThat(isMember(Asker.of(person))).isTrue();
        assertThat(letters.to(email("ivan"))).isEmpty();
    }

    @Test
    void whoHasOneIsToRepresentItAndIsNoMemberThemselves() {
        associations();

        ImportId id = broughtIn(
                "people",
                table(
                        HEADING,
                        "P1-" + own + ",Boris Reed," + email("boris") + ",,,,a1-" + own + ",primary representative",
                        "P2-" + own + ",Clara Felt," + email("clara") + ",bg,,,A1-" + own + ",",
                        "P3-" + own + ",Dora Hemp," + email("dora") + ",,,,B7-" + own + ",delegate"));

        assertThat(states(id)).containsExactly(RowState.MADE, RowState.MADE, RowState.INVALID);
        assertThat(problems(rows(id).get(2)))
                .containsOnly(entry("association", "membership.import.problem.association"));
        assertThat(mandates.ofAssociation(officer, weavers()))
                .extracting(MandateLine::name, MandateLine::kind, MandateLine::state)
                .containsExactly(
                        tuple("Boris Reed", RepresentationKind.PRIMARY, MandateState.INVITED),
                        tuple("Clara Felt", RepresentationKind.DEPUTY, MandateState.INVITED));
        assertThat(correspondence.personAt(email("boris"))).as("nobody yet").isEmpty();
    }

    @Test
    void anAssociationThatWasHereBeforeIsFoundByItsNumberInTheOtherTableOrInTheRegister() {
        MemberId here = MemberId.next();
        admissions.admit(
                HOUSE,
                new NewMember(
                        here,
                        MemberKind.ASSOCIATION,
                        LocalizedText.of(Language.EN, "Binders " + own),
                        null,
                        "",
                        Registration.of("BG-EIK", "99" + own),
                        null,
                        "",
                        List.of(),
                        "",
                        null,
                        null,
                        null,
                        null,
                        true));
        checked("associations", table("id,name", "S1-" + own + ",Binders " + own));

        ImportId id = broughtIn(
                "people",
                table(
                        HEADING,
                        "P1-" + own + ",Boris Reed," + email("boris") + ",,,,S1-" + own + ",deputy",
                        "P2-" + own + ",Clara Felt," + email("clara") + ",,,,99 " + own + ",deputy"));

        assertThat(states(id)).containsOnly(RowState.MADE);
        assertThat(mandates.ofAssociation(officer, here)).hasSize(2);
    }

    @Test
    void theSameFileAgainChangesNothingAndAnotherAddressIsAConflict() {
        associations();
        String member = "P1-" + own + ",Ivan " + own + "," + email("ivan") + ",en,Sofia,Music,,";
        String representative = "P2-" + own + ",Clara Felt," + email("clara") + ",bg,,,A1-" + own + ",deputy";
        broughtIn("people", table(HEADING, member, representative));
        ImportId again = checked("people", table(HEADING, member, representative));
        ImportId changed = checked(
                "people",
                table(
                        HEADING,
                        member.replace(email("ivan"), email("other")).replace("Sofia", "Plovdiv"),
                        representative.replace("deputy", "finance contact")));
        ImportId renumbered =
                checked("people", table(HEADING, member.replace("P1-", "X1-"), representative.replace("P2-", "X2-")));

        assertThat(states(again)).containsOnly(RowState.SAME);
        assertThat(states(renumbered)).containsOnly(RowState.SAME);
        List<RowLine> rows = rows(changed);
        assertThat(differences(rows.get(0))).containsOnlyKeys("email", "city");
        assertThat(differences(rows.get(0)).get("email")).doesNotContain("@");
        assertThat(differences(rows.get(1))).containsOnly(entry("role", "Deputy"));
    }

    @Test
    void somebodyWhoTalksHereAlreadyBecomesAMemberAsTheSamePerson() {
        PersonId guest = somebody("Gil Guest", email("gil"), ZoneId.of("Europe/Sofia"));

        ImportId id =
                broughtIn("people", table(HEADING, "P1-" + own + ",Gil Guest " + own + "," + email("GIL") + ",,,,,"));

        assertThat(found("Gil Guest " + own).getFirst().person()).isEqualTo(guest);
        takenBack(id);
        assertThat(found("Gil Guest " + own)).isEmpty();
        assertThat(people.card(guest)).as("was here before").isPresent();
        assertThat(isMember(Asker.of(guest))).isFalse();
    }

    @Test
    void takingBackTakesThePersonTooUnlessTheyHaveComeIn() {
        ImportId id = broughtIn(
                "people",
                table(
                        HEADING,
                        "P1-" + own + ",Stays Out " + own + "," + email("out") + ",,,,,",
                        "P2-" + own + ",Comes In " + own + "," + email("in") + ",,,,,",
                        "P3-" + own + ",No Address " + own + ",,,,,,"));
        sendInvitations(id);
        PersonId came = invitations.accept(letters.token(email("in"))).orElseThrow();

        takenBack(id);

        assertThat(states(id)).containsExactly(RowState.TAKEN_BACK, RowState.KEPT, RowState.TAKEN_BACK);
        assertThat(correspondence.personAt(email("out"))).isEmpty();
        assertThat(isMember(Asker.of(came))).isTrue();
        assertThat(found("No Address " + own)).isEmpty();
    }

    @Test
    void anInvitationThatGotItsDocumentSinceIsKeptAndSoIsItsAssociation() {
        ImportId association = associations();
        ImportId id = broughtIn(
                "people",
                table(
                        HEADING,
                        "P1-" + own + ",Has Papers " + own + "," + email("papers") + ",,,,A1-" + own + ",",
                        "P2-" + own + ",Has None " + own + "," + email("none") + ",,,,A1-" + own + ","));
        written.attach(
                officer,
                mandates.ofAssociation(officer, weavers()).stream()
                        .filter(line -> line.name().startsWith("Has Papers"))
                        .findFirst()
                        .orElseThrow()
                        .id(),
                "minutes.pdf",
                new ByteArrayInputStream(Samples.pdf()));

        takenBack(id);
        takenBack(association);

        assertThat(states(id)).containsExactly(RowState.KEPT, RowState.TAKEN_BACK);
        assertThat(states(association)).containsExactly(RowState.KEPT);
        assertThat(mandates.ofAssociation(officer, weavers()))
                .singleElement()
                .satisfies(line -> assertThat(line.documents()).hasSize(1));
    }

    @Test
    void whatIsWrongIsSaidBesideTheCell() {
        ImportId id = checked(
                "people",
                table(
                        HEADING,
                        "P1-" + own + ",,x,,,,,",
                        "P2-" + own + ",Ada," + email("ada") + ",,,,,deputy",
                        "P3-" + own + ",Ada,,,,,A1,king",
                        "P4-" + own + ",Eva," + email("eva") + ",,,,,",
                        "P5-" + own + ",Eva Once More," + email("EVA") + ",,,,,",
                        "P6-" + own + ",\u202Eevil\u202C " + own + ",,,,,,"));

        List<RowLine> rows = rows(id);
        assertThat(problems(rows.get(0)))
                .containsOnly(entry("name", "kernel.refused.missing"), entry("email", "accounts.email.malformed"));
        assertThat(problems(rows.get(1))).containsOnly(entry("association", "membership.import.problem.role-alone"));
        assertThat(problems(rows.get(2)))
                .containsOnly(
                        entry("email", "membership.import.problem.no-address"),
                        entry("role", "membership.import.problem.role"));
        assertThat(rows.get(3).state()).isEqualTo(RowState.NEW);
        assertThat(problems(rows.get(4))).containsOnly(entry("", "membership.import.problem.same-as"));
        assertThat(rows.get(5).state()).isIn(RowState.NEW, RowState.INVALID);
    }

    @Test
    void aHundredRowsTakeAsManyStatementsAsTen() {
        ImportRun run = new ImportRun(ImportId.next(), officer);
        var ten = inOneGo(run, rows(10, "G"));
        var hundred = inOneGo(run, rows(100, "H"));

        assertThat(hundred).hasSizeLessThanOrEqualTo(ten.size() + 6);
        assertThat(hundred.size()).isLessThan(50);
    }

    private List<String> inOneGo(ImportRun run, List<ImportRow> rows) {
        return statements(() -> transaction.executeWithoutResult(_ -> {
            assertThat(kind.judge(run, rows)).allMatch(RowVerdict.New.class::isInstance);
            assertThat(kind.bringIn(run, rows)).hasSize(rows.size());
        }));
    }

    private List<ImportRow> rows(int many, String letter) {
        List<ImportRow> rows = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            rows.add(new ImportRow(
                    i + 2,
                    Map.of(
                            "id",
                            letter + i + "-" + own,
                            "name",
                            letter + " Person " + own,
                            "email",
                            email(letter + i),
                            "city",
                            "Sofia"),
                    null));
        }
        return rows;
    }
}
