package org.kvartal.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.kvartal.accounts.Role;
import org.kvartal.imports.ImportId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.mail.Letter;
import org.kvartal.membership.ImportInvitations.Invited;
import org.kvartal.membership.ImportInvitations.Round;
import org.kvartal.membership.Mandates.MandateState;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;

/** After an import the office invites those who came in, and they come. */
class ImportInvitationsModuleTests extends ImportOffice {

    private MemberId member(String name) {
        return found(name + " " + own).getFirst().id();
    }

    /** Ada for two associations, Boris for one, Clara as a member. */
    private ImportId associations() {
        return broughtIn(
                "associations",
                table(
                        "id,name,representative,email,language",
                        "1-" + own + ",Weavers " + own + ",Ада Ткач," + email("ada") + ",ru",
                        "2-" + own + ",Spinners " + own + ",Ада Ткач," + email("ADA") + ",ru",
                        "3-" + own + ",Dyers " + own + ",Борис," + email("boris") + ",bg",
                        "4-" + own + ",Nobody’s " + own + ",,,"));
    }

    @Test
    void eachPersonGetsOneLetterInTheirLanguageAndNeverASecond() {
        ImportId id = associations();
        assertThat(invitations.round(officer, id)).contains(new Round(2, 0, 0, false, null));

        sendInvitations(id);
        sendInvitations(id);

        assertThat(letters.to(email("ada"))).singleElement().satisfies(letter -> {
            assertThat(letter.to().language()).isEqualTo(Language.RU);
            assertThat(letter.arguments()).contains(2);
            assertThat(String.valueOf(letter.arguments())).contains("Weavers " + own, "Spinners " + own);
        });
        assertThat(letters.to(email("boris")))
                .singleElement()
                .extracting(Letter::to)
                .satisfies(to -> assertThat(to.language()).isEqualTo(Language.BG));
        assertThat(invitations.round(officer, id).orElseThrow())
                .extracting(Round::waiting, Round::sent, Round::accepted)
                .containsExactly(0, 2, 0);
    }

    @Test
    void onePressTakesUpEverythingConfirmsTheAssociationsAndMakesThePerson() {
        ImportId id = associations();
        sendInvitations(id);
        String token = letters.token(email("ada"));

        Invited invited = invitations.look(token).orElseThrow();
        assertThat(invited.name()).isEqualTo("Ада Ткач");
        assertThat(invited.member()).isFalse();
        assertThat(invited.mandates())
                .extracting(offer -> offer.association().in(Language.EN))
                .containsExactlyInAnyOrder("Weavers " + own, "Spinners " + own);
        assertThat(correspondence.personAt(email("ada")))
                .as("looking changes nothing")
                .isEmpty();

        PersonId ada = invitations.accept(token).orElseThrow();

        assertThat(personAt(email("ada"))).isEqualTo(ada);
        assertThat(people.card(ada).orElseThrow().language()).isEqualTo(Language.RU);
        assertThat(mandates.of(ada))
                .extracting(MemberCard::id)
                .containsExactlyInAnyOrder(member("Weavers"), member("Spinners"));
        assertThat(mandates.isPrimary(Asker.of(ada), member("Weavers"))).isTrue();
        assertThat(isMember(Asker.of(ada))).isTrue();
        assertThat(members.profile(officer, number(member("Weavers")))
                        .orElseThrow()
                        .confirmed())
                .isTrue();
        assertThat(invitations.round(officer, id).orElseThrow().accepted()).isEqualTo(1);
        assertThat(invitations.look(token)).isEmpty();
        assertThat(invitations.accept(token)).isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM invitee WHERE address = ?")
                        .param(email("ada"))
                        .query(Integer.class)
                        .single())
                .as("addresses that are no longer needed")
                .isZero();
    }

    @Test
    void aMemberIsLetInAndConfirmed() {
        ImportId id = broughtIn("people", table("id,name,email", "1-" + own + ",Clara " + own + "," + email("clara")));
        sendInvitations(id);
        assertThat(letters.kinds(email("clara"))).containsExactly("invited-member");

        Optional<PersonId> clara = invitations.accept(letters.token(email("clara")));

        assertThat(clara).contains(personAt(email("clara")));
        assertThat(members.profile(officer, number(member("Clara")))
                        .orElseThrow()
                        .confirmed())
                .isTrue();
    }

    @Test
    void whoPressesTwiceAtOnceComesInOnce() throws Exception {
        ImportId id = associations();
        sendInvitations(id);
        String token = letters.token(email("boris"));

        Callable<Optional<PersonId>> press = () -> invitations.accept(token);
        try (var executor = Executors.newFixedThreadPool(2)) {
            List<Optional<PersonId>> came = executor.invokeAll(List.of(press, press)).stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(came.stream().filter(Optional::isPresent)).hasSize(1);
        }
        assertThat(mandates.ofAssociation(officer, member("Dyers")))
                .filteredOn(line -> line.state() == MandateState.CURRENT)
                .hasSize(1);
    }

    @Test
    void aLinkEndsAfterThirtyDaysAndWithWhatItOffers() {
        ImportId id = associations();
        sendInvitations(id);
        String boris = letters.token(email("boris"));
        mandates.end(
                officer,
                mandates.ofAssociation(officer, member("Dyers")).getFirst().id(),
                "It was somebody else.");
        assertThat(invitations.look(boris)).isEmpty();

        String ada = letters.token(email("ada"));
        clock.turn(Duration.ofDays(31));
        assertThat(invitations.look(ada)).isEmpty();
        assertThat(invitations.accept(ada)).isEmpty();
    }

    @Test
    void whoseMandateWasTakenUpOrEndedBeforeGetsNoLetter() {
        ImportId id = associations();
        mandates.end(
                officer,
                mandates.ofAssociation(officer, member("Dyers")).getFirst().id(),
                "It was somebody else.");

        sendInvitations(id);

        assertThat(letters.to(email("boris"))).isEmpty();
        assertThat(letters.to(email("ada"))).hasSize(1);
    }

    @Test
    void onlyTheOfficeInvites() {
        ImportId id = associations();
        Asker member = memberPerson();
        Asker administrator = person(Role.ADMINISTRATOR);

        for (Asker other : List.of(member, administrator, Asker.guest())) {
            assertThatThrownBy(() -> invitations.send(other, id)).isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> invitations.round(other, id)).isInstanceOf(Forbidden.class);
        }
    }
}
