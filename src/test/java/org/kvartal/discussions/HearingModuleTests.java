package org.kvartal.discussions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.kvartal.accounts.Role.MEMBER;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kvartal.TurnableClock;
import org.kvartal.accounts.Arrivals;
import org.kvartal.accounts.PersonCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.mail.domain.CaughtLetter;
import org.kvartal.mail.domain.LetterCatcher;
import org.kvartal.notifications.Attention;
import org.kvartal.notifications.FollowedPlaces;
import org.kvartal.notifications.Following;
import org.kvartal.notifications.Inbox;
import org.kvartal.notifications.Inbox.NoticeLine;
import org.kvartal.notifications.Preset;
import org.kvartal.notifications.Rhythm;
import org.kvartal.notifications.Wish;
import org.kvartal.notifications.Wishes;
import org.kvartal.notifications.domain.MailRounds;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Who hears of a post, where, and how often by mail. */
@Import({TurnableClock.Hands.class, MailRounds.class})
class HearingModuleTests extends TalkingHouse {

    @Autowired
    Inbox inbox;

    @Autowired
    Following following;

    @Autowired
    FollowedPlaces places;

    @Autowired
    Wishes wishes;

    @Autowired
    Mentionable mentionable;

    @Autowired
    Arrivals arrivals;

    @Autowired
    MailRounds mail;

    @Autowired
    LetterCatcher catcher;

    @Autowired
    TurnableClock clock;

    @Test
    void whoeverWritesHearsOfWhatFollowsAsOneNoticeUntilItIsRead() {
        ThreadId thread = thread();
        heard();
        say(boris, thread, "I know it.");
        say(boris, thread, "It is the blue one.");
        heard();

        assertThat(lines(maria)).singleElement().satisfies(line -> {
            assertThat(line.text().title()).isEqualTo("2 new posts in “Export paperwork”");
            assertThat(line.text().text()).endsWith(": It is the blue one.");
            assertThat(line.text().path()).isEqualTo("/app/threads/" + number(thread));
            assertThat(line.unread()).isTrue();
        });
        assertThat(lines(boris)).isEmpty();

        conversations.read(maria, thread, 3);
        assertThat(lines(maria)).singleElement().matches(line -> !line.unread());
        assertThat(inbox.unread(maria, Language.EN)).isZero();

        say(boris, thread, "Or the red one.");
        heard();
        assertThat(lines(maria)).singleElement().satisfies(line -> {
            assertThat(line.text().title()).isEqualTo("1 new post in “Export paperwork”");
            assertThat(line.unread()).isTrue();
        });
    }

    @Test
    void whoeverIsSpokenToByNameHearsOfThatOnceHoweverOftenItIsReworded() {
        ThreadId thread = thread(boris, publicSpace);
        Asker vera = town.person(MEMBER);
        PostId post = PostId.next();
        say(boris, thread, post, "Ask " + mention(vera) + ", and " + mention(vera) + " again.");
        heard();

        assertThat(lines(vera)).singleElement().satisfies(line -> {
            assertThat(line.text().title()).isEqualTo(name(boris) + " mentions you in “Export paperwork”");
            assertThat(line.text().text()).startsWith("Ask @" + name(vera));
            assertThat(line.text().path()).isEqualTo("/app/threads/" + number(thread) + "/2");
        });

        reword(boris, post, 0, "Please ask " + mention(vera) + " or " + mention(maria) + ".");
        heard();
        assertThat(lines(vera)).hasSize(1);
        assertThat(lines(maria)).hasSize(1);

        reword(boris, post, 1, "Please ask somebody.");
        heard();
        assertThat(lines(vera)).isEmpty();
        assertThat(lines(maria)).isEmpty();
    }

    @Test
    void whoeverIsAnsweredHearsOfTheAnswerAndNotOfTheThreadBesides() {
        ThreadId thread = thread();
        heard();
        say(boris, thread, "[Maria](/threads/" + number(thread) + "/1), it is the blue one.");
        heard();

        assertThat(lines(maria))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.text().title()).isEqualTo(name(boris) + " answers you in “Export paperwork”"));
    }

    @Test
    void nobodyHearsOfWhatTheyMayNotReadOrNoLonger() {
        Asker outsider = guestWithSignIn();
        ThreadId inside = thread(maria, membersSpace);
        say(boris, inside, mention(outsider) + ", look.");
        heard();
        assertThat(lines(outsider)).isEmpty();
        assertThat(lines(maria)).hasSize(1);
        following.choose(outsider, membersSpace.value(), Attention.EVERYTHING);
        say(boris, inside, "And more.");
        heard();
        assertThat(jdbc.sql("SELECT count(*) FROM notice WHERE person = ?")
                        .param(outsider.requirePerson().value())
                        .query(Long.class)
                        .single())
                .isZero();

        Asker gone = withAddress();
        following.choose(gone, membersSpace.value(), Attention.EVERYTHING);
        say(boris, inside, mention(gone) + ", this, too.");
        heard();
        assertThat(lines(gone)).hasSize(1);
        town.end(gone, MEMBER);
        mailGoes();
        assertThat(lines(gone)).isEmpty();
        assertThat(letters(gone)).isZero();
        assertThat(places.places(gone.requirePerson(), List.of(membersSpace.value()), Language.EN))
                .isEmpty();
    }

    @Test
    void whatIsTakenAwayOrReadWithinTenMinutesIsNotWrittenOf() {
        Asker vera = withAddress();
        following.choose(vera, publicSpace.value(), Attention.EVERYTHING);
        ThreadId thread = thread();
        PostId post = PostId.next();
        say(boris, thread, post, mention(vera) + ", look.");
        heard();
        conversations.read(vera, thread, 1);
        conversations.delete(boris, post);
        mailGoes();
        assertThat(letters(vera)).isZero();

        say(boris, thread, "Read at once.");
        heard();
        conversations.read(vera, thread, 3);
        mailGoes();
        assertThat(letters(vera)).isZero();

        say(boris, thread, mention(vera) + ", not read.");
        say(maria, thread, "Neither.");
        heard();
        mailGoes();
        mailGoes();
        assertThat(letters(vera)).as("both are one letter").isEqualTo(1);
    }

    @Test
    void noLetterTellsAgainOfPostsThatAnEarlierOneToldOf() {
        Asker vera = withAddress();
        ThreadId thread = thread(boris, publicSpace);
        heard();
        following.choose(vera, thread.value(), Attention.EVERYTHING);
        say(boris, thread, "One.");
        say(boris, thread, "Two.");
        heard();
        mailGoes();
        assertThat(subjects(vera)).containsExactly("3 new posts in “Export paperwork”");

        PostId post = PostId.next();
        say(boris, thread, post, "A slip.");
        heard();
        conversations.delete(boris, post);
        mailGoes();
        assertThat(subjects(vera)).hasSize(1);

        say(boris, thread, "Three.");
        heard();
        assertThat(lines(vera))
                .singleElement()
                .satisfies(line -> assertThat(line.text().title())
                        .as("in the inbox all counts that is not read")
                        .isEqualTo("4 new posts in “Export paperwork”"));
        mailGoes();
        assertThat(subjects(vera)).contains("1 new post in “Export paperwork”").hasSize(2);
    }

    /** Of the letters to somebody. */
    private List<String> subjects(Asker person) {
        String address = jdbc.sql("SELECT address FROM account WHERE person = ?")
                .param(person.requirePerson().value())
                .query(String.class)
                .single();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> letters(person) == caught(address).size());
        return caught(address);
    }

    private List<String> caught(String address) {
        return catcher.newest(500).stream()
                .filter(letter -> letter.recipient().equals(address))
                .map(CaughtLetter::subject)
                .toList();
    }

    @Test
    void theNearestChoiceCountsWhateverWasChosenWiderOut() {
        Random chance = new Random(157);
        for (int i = 0; i < 12; i++) {
            ThreadId thread = thread(boris, publicSpace);
            Asker one = town.person(MEMBER);
            Attention inThread =
                    chance.nextInt(3) == 0 ? null : List.of(Attention.values()).get(chance.nextInt(3));
            Attention inSpace =
                    chance.nextInt(3) == 0 ? null : List.of(Attention.values()).get(chance.nextInt(3));
            Preset preset = List.of(Preset.values()).get(chance.nextInt(3));
            wishes.change(one, Wish.UNSAID.with(preset));
            if (inThread != null) {
                following.choose(one, thread.value(), inThread);
            }
            if (inSpace != null) {
                following.choose(one, publicSpace.value(), inSpace);
            }
            Attention expected = inThread != null
                    ? inThread
                    : inSpace != null
                            ? inSpace
                            : preset == Preset.EVERYTHING ? Attention.EVERYTHING : Attention.CONCERNS_ME;
            heard();
            jdbc.sql("DELETE FROM notice WHERE person = ?")
                    .param(one.requirePerson().value())
                    .update();
            say(boris, thread, "For all.");
            say(boris, thread, mention(one) + ", for you.");
            heard();

            assertThat(following.attention(one, List.of(thread.value(), publicSpace.value())))
                    .isEqualTo(expected);
            assertThat(lines(one))
                    .as(inThread + " in " + inSpace + " with " + preset)
                    .hasSize(
                            switch (expected) {
                                case EVERYTHING -> 2;
                                case CONCERNS_ME -> 1;
                                case NOTHING -> 0;
                            });
        }
    }

    @Test
    void takingPartChangesNothingThatSomebodyChose() {
        ThreadId thread = thread();
        heard();
        following.choose(maria, thread.value(), Attention.NOTHING);
        say(maria, thread, "I only say this.");
        say(boris, thread, "And I this.");
        heard();

        assertThat(lines(maria)).isEmpty();
        assertThat(following.own(maria, 10))
                .extracting(Following.Followed::attention)
                .containsExactly(Attention.NOTHING);
        assertThat(places.places(
                        maria.requirePerson(), List.of(thread.value(), publicSpace.value(), Ids.next()), Language.BG))
                .hasSize(2);
    }

    @Test
    void aPlaceHasItsOwnRhythm() {
        Asker vera = withAddress();
        ThreadId thread = thread();
        following.choose(vera, thread.value(), Attention.EVERYTHING);
        following.choose(vera, thread.value(), Rhythm.NEVER);
        say(boris, thread, "Quietly.");
        heard();
        mailGoes();

        assertThat(lines(vera)).hasSize(1);
        assertThat(letters(vera)).isZero();
    }

    @Test
    void aPostShowsTheNameThatSomebodyHasNow() {
        ThreadId thread = thread();
        say(boris, thread, mention(maria) + ", look.");
        jdbc.sql("UPDATE person SET name = 'Maria <b>& Co' WHERE id = ?")
                .param(maria.requirePerson().value())
                .update();

        assertThat(post(boris, thread, 2).html().html().strip())
                .isEqualTo("<p><span class=\"mention\" data-person=\"" + maria.requirePerson()
                        + "\">@Maria &lt;b&gt;&amp; Co</span>, look.</p>");
    }

    @Test
    void noPostSpeaksToMoreThanTen() {
        ThreadId thread = thread(boris, publicSpace);
        StringBuilder all = new StringBuilder();
        Set<Asker> people = new HashSet<>();
        for (int i = 0; i < 14; i++) {
            Asker person = town.person(MEMBER);
            people.add(person);
            all.append(mention(person)).append(' ');
        }
        say(boris, thread, all.toString());
        heard();

        assertThat(people.stream().filter(person -> !lines(person).isEmpty())).hasSize(10);
    }

    @Test
    void oneFindsThoseWhoWriteHereFirstAndMembersOnlyAsAMember() {
        Asker vera = named("Vera Finder " + Ids.next());
        Asker petya = named("Petya Finder " + Ids.next());
        ThreadId thread = thread(vera, publicSpace);
        Asker outsider = guestWithSignIn();

        assertThat(find(maria, publicSpace, thread, "finder"))
                .startsWith(vera.requirePerson())
                .contains(petya.requirePerson());
        assertThat(find(maria, publicSpace, null, "finder")).contains(petya.requirePerson());
        assertThat(find(maria, publicSpace, thread, "")).containsExactly(vera.requirePerson());
        assertThat(find(vera, publicSpace, thread, "finder")).doesNotContain(vera.requirePerson());
        assertThat(find(outsider, publicSpace, thread, "finder")).containsExactly(vera.requirePerson());
        assertThat(find(outsider, publicSpace, null, "finder")).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> find(outsider, membersSpace, null, "finder"));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> find(Asker.guest(), publicSpace, thread, "finder"));
        assertThat(SqlCounter.during(() -> find(maria, publicSpace, thread, "finder"))
                        .statements())
                .hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void whatIsSaidInManyThreadsTakesTheSameStatements() {
        ThreadId one = thread();
        heard();
        say(boris, one, "One.");
        heard();
        int few = SqlCounter.during(() -> lines(maria)).statements().size();
        for (int i = 0; i < 6; i++) {
            ThreadId thread = thread();
            heard();
            say(boris, thread, "More.");
        }
        heard();

        assertThat(lines(maria)).hasSize(7);
        assertThat(SqlCounter.during(() -> lines(maria)).statements()).hasSize(few);
    }

    private Asker withAddress() {
        return newcomer("Somebody", new Arrivals.SignIn("p" + Ids.next() + "@people.example", "three blue doors"));
    }

    private Asker named(String name) {
        return newcomer(name, null);
    }

    private Asker newcomer(String name, Arrivals.@Nullable SignIn signIn) {
        PersonId person = PersonId.next();
        arrivals.bring(house(), new Arrivals.Newcomer(person, name, Language.EN, ZoneOffset.UTC, signIn));
        town.give(person, MEMBER);
        return Asker.of(person);
    }

    private List<PersonId> find(Asker by, SpaceId space, @Nullable ThreadId thread, String name) {
        return mentionable.named(by, space, thread, name, Language.EN, 20).stream()
                .map(PersonCard::id)
                .toList();
    }

    private String mention(Asker person) {
        return Markdown.mention(name(person), person.requirePerson().value());
    }

    private String name(Asker person) {
        return jdbc.sql("SELECT name FROM person WHERE id = ?")
                .param(person.requirePerson().value())
                .query(String.class)
                .single();
    }

    private List<NoticeLine> lines(Asker reader) {
        return inbox.newest(reader, Language.EN, null, 50).lines();
    }

    /** Until all that was said is told. */
    private void heard() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> jdbc.sql("SELECT count(*) FROM event_publication WHERE completion_date IS NULL")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private void mailGoes() {
        clock.turn(Duration.ofMinutes(10));
        mail.run();
    }

    private long letters(Asker person) {
        return jdbc.sql(
                        "SELECT count(*) FROM letter l JOIN account a ON lower(a.address) = lower(l.address) WHERE a.person = ?")
                .param(person.requirePerson().value())
                .query(Long.class)
                .single();
    }
}
