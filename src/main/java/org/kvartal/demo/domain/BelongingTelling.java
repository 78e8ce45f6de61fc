package org.kvartal.demo.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.kvartal.demo.domain.Belonging.Association;
import org.kvartal.demo.domain.Belonging.Body;
import org.kvartal.demo.domain.Belonging.Seat;
import org.kvartal.demo.domain.Belonging.Wish;
import org.kvartal.demo.domain.Story.Figure;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.membership.Admissions;
import org.kvartal.membership.Admissions.NewMember;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Bodies.NewBody;
import org.kvartal.membership.Bodies.NewTerm;
import org.kvartal.membership.Joining;
import org.kvartal.membership.Joining.Begun;
import org.kvartal.membership.Joining.NewApplication;
import org.kvartal.membership.MandateId;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.Mandates.GivenMandate;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberKind;
import org.kvartal.membership.Members;
import org.kvartal.membership.RepresentationKind;
import org.kvartal.membership.TermId;
import org.kvartal.membership.WrittenMandates;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Tells who belongs, who speaks for whom, who is in which body, and who would like to join. */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class BelongingTelling {

    private final Admissions admissions;
    private final Members members;
    private final Mandates mandates;
    private final WrittenMandates written;
    private final Bodies bodies;
    private final Joining joining;

    BelongingTelling(
            Admissions admissions,
            Members members,
            Mandates mandates,
            WrittenMandates written,
            Bodies bodies,
            Joining joining) {
        this.admissions = admissions;
        this.members = members;
        this.mandates = mandates;
        this.written = written;
        this.bodies = bodies;
        this.joining = joining;
    }

    void tell(Story story, StoryIds ids) {
        Belonging belonging = BelongingBook.read();
        belonging.associations().forEach(one -> admit(one, ids));
        story.people().values().stream()
                .filter(person -> !person.roles().isEmpty())
                .forEach(person -> admit(person, ids));
        belonging.associations().forEach(one -> represent(one, ids));
        belonging.bodies().forEach(body -> open(body, ids));
        belonging.wishes().forEach(wish -> apply(wish, story, ids));
    }

    private void admit(Association one, StoryIds ids) {
        admissions.admit(
                Demonstration.HOUSE,
                new NewMember(
                        ids.member(one.key()),
                        MemberKind.ASSOCIATION,
                        one.name(),
                        null,
                        one.ownName(),
                        null,
                        one.city(),
                        "",
                        one.sectors(),
                        one.website(),
                        one.about(),
                        one.founded(),
                        one.size(),
                        one.since().before(ids.begun()),
                        true));
    }

    private void admit(Figure person, StoryIds ids) {
        admissions.admit(
                Demonstration.HOUSE,
                new NewMember(
                        ids.member("person " + person.key()),
                        MemberKind.PERSON,
                        LocalizedText.of(person.language(), person.name()),
                        ids.person(person.key()),
                        "",
                        null,
                        person.city(),
                        "",
                        List.of(person.sector()),
                        "",
                        null,
                        null,
                        null,
                        ids.begun().minus(StoryIds.ROLES_BEFORE),
                        true));
    }

    private void represent(Association one, StoryIds ids) {
        Stream.concat(Stream.of(one.primary()), one.deputies().stream())
                .forEach(key -> mandates.give(
                        Demonstration.HOUSE,
                        new GivenMandate(
                                mandate(one, key, ids),
                                ids.member(one.key()),
                                ids.person(key),
                                key.equals(one.primary()) ? RepresentationKind.PRIMARY : RepresentationKind.DEPUTY,
                                null,
                                null)));
        one.written().forEach((key, paper) -> attach(one, key, paper, ids));
    }

    private static MandateId mandate(Association one, String person, StoryIds ids) {
        return new MandateId(ids.settled("mandate " + one.key() + " " + person));
    }

    private void attach(Association one, String person, String paper, StoryIds ids) {
        MandateId mandate = mandate(one, person, ids);
        boolean attached = mandates.heldBy(Demonstration.HOUSE, ids.person(person)).stream()
                .anyMatch(held -> held.id().equals(mandate) && held.written());
        if (!attached) {
            try (InputStream content = StoryFiles.paper(paper)) {
                written.attach(Asker.of(ids.person(one.primary())), mandate, paper, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void open(Body body, StoryIds ids) {
        LocalDate start = LocalDate.ofInstant(ids.begun(), Story.ZONE);
        bodies.open(
                Demonstration.HOUSE,
                new NewBody(
                        ids.body(body.key()),
                        body.key(),
                        body.type(),
                        body.name(),
                        body.purpose(),
                        body.sector(),
                        body.minimum()));
        for (Seat seat : body.seats()) {
            bodies.appoint(
                    Demonstration.HOUSE,
                    new NewTerm(
                            new TermId(ids.settled("term " + body.key() + " " + seat.person())),
                            ids.body(body.key()),
                            ids.person(seat.person()),
                            seat.role(),
                            seat.first(start),
                            seat.last(start),
                            seat.mode(),
                            ""));
            if (seat.shown()) {
                bodies.consent(Asker.of(ids.person(seat.person())), ids.body(body.key()), true);
            }
        }
    }

    private void apply(Wish wish, Story story, StoryIds ids) {
        Figure person = story.figure(wish.person());
        Asker applicant = Asker.of(ids.person(wish.person()));
        Begun begun = joining.begin(
                applicant,
                new NewApplication(
                        new ApplicationId(ids.settled("application " + wish.key())),
                        wish.kind(),
                        person.name(),
                        person.address(),
                        wish.language()),
                "");
        if (joining.look(begun.key()).orElseThrow().mayEdit()) {
            joining.save(begun.key(), form(wish, person, ids));
            joining.submit(begun.key());
        }
    }

    private ApplicationForm form(Wish wish, Figure person, StoryIds ids) {
        String number = wish.association() == null
                ? ""
                : members.find(Demonstration.HOUSE, ids.member(wish.association()))
                        .map(MemberCard::number)
                        .map(String::valueOf)
                        .orElseThrow();
        return new ApplicationForm(
                1,
                person.name(),
                field(wish, "position"),
                wish.names(),
                field(wish, "ownName"),
                "",
                "",
                field(wish, "place"),
                "",
                wish.sectors(),
                field(wish, "website"),
                field(wish, "description"),
                field(wish, "founded"),
                field(wish, "size"),
                number,
                wish.as());
    }

    private static String field(Wish wish, String name) {
        return wish.fields().getOrDefault(name, "");
    }
}
