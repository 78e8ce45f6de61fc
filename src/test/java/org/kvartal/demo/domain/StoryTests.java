package org.kvartal.demo.domain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kvartal.demo.domain.Story.Figure;
import org.kvartal.demo.domain.Story.Line;
import org.kvartal.demo.domain.Story.Place;
import org.kvartal.demo.domain.Story.Talk;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.kernel.Language;

class StoryTests {

    private static final Instant START = Instant.parse("2026-11-22T06:30:00Z");

    private final Story story = StoryBook.read();
    private final Map<String, Visibility> audiences =
            story.spaces().stream().collect(Collectors.toMap(Place::key, Place::visibility));

    @Test
    void peopleComeFromTheRecordedCitiesAndThreeOfThemCanBePlayed() {
        assertThat(story.people()).hasSizeGreaterThan(29);
        assertThat(story.people().values())
                .filteredOn(Figure::played)
                .hasSize(3)
                .allSatisfy(person ->
                        assertThat(requireNonNull(person.signIn()).password()).hasSizeGreaterThanOrEqualTo(10));
    }

    @Test
    void spacesSpeakAllLanguages() {
        assertThat(story.spaces()).hasSize(5).allSatisfy(space -> {
            assertThat(space.name().texts()).containsOnlyKeys(Language.values());
            assertThat(space.description().texts()).containsOnlyKeys(Language.values());
        });
    }

    @Test
    void threadsAreToldInAllLanguagesAndInEverySpace() {
        assertThat(story.talks()).hasSizeGreaterThan(11);
        assertThat(story.talks()).extracting(Talk::language).contains(Language.values());
        assertThat(story.talks()).extracting(Talk::space).containsAll(audiences.keySet());
        assertThat(story.talks()).allSatisfy(talk -> {
            assertThat(talk.title()).hasSizeLessThanOrEqualTo(Conversations.TITLE_LENGTH);
            assertThat(talk.posts()).hasSizeBetween(5, 18);
        });
    }

    @Test
    void postsFollowEachOtherInThePast() {
        for (Talk talk : story.talks()) {
            Instant before = Instant.EPOCH;
            for (Line line : talk.posts()) {
                Instant at = line.at().before(START);
                assertThat(at).as(talk.key()).isAfter(before).isBefore(START);
                before = at;
            }
        }
    }

    @Test
    void whoeverSpeaksOrReactsIsKnownAndMay() {
        for (Talk talk : story.talks()) {
            for (Line line : talk.posts()) {
                Set<String> speakers = new HashSet<>();
                speakers.add(line.by());
                line.reactions().values().forEach(speakers::addAll);
                assertThat(story.people().keySet()).as(talk.key()).containsAll(speakers);
                assertThat(line.reactions().values()).as(talk.key()).noneMatch(people -> people.contains(line.by()));
                if (audiences.get(talk.space()) == Visibility.MEMBERS) {
                    assertThat(speakers)
                            .as(talk.key())
                            .noneMatch(key -> requireNonNull(story.people().get(key))
                                    .roles()
                                    .isEmpty());
                }
            }
        }
    }

    @Test
    void needsAreBackedByPeopleWhoAreKnownAndByRepresentatives() {
        Map<String, Belonging.Association> associations = BelongingBook.read().associations().stream()
                .collect(Collectors.toMap(Belonging.Association::key, one -> one));
        assertThat(story.talks())
                .filteredOn(talk -> talk.need() != null)
                .hasSizeGreaterThan(1)
                .allSatisfy(talk -> {
                    Story.Backed need = requireNonNull(talk.need());
                    assertThat(story.people().keySet()).containsAll(need.people());
                    assertThat(need.people())
                            .doesNotContain(talk.posts().getFirst().by());
                    need.associations().forEach((key, person) -> {
                        Belonging.Association association = requireNonNull(associations.get(key), key);
                        assertThat(association.primary().equals(person)
                                        || association.deputies().contains(person))
                                .as(key)
                                .isTrue();
                    });
                });
    }

    @Test
    void linksLeadToWhatWasSaidEarlierAndIsNoLessPublic() {
        Pattern link = Pattern.compile("thread:([\\w-]+)/(\\d+)");
        Map<String, Talk> talks = new HashMap<>();
        story.talks().forEach(talk -> talks.put(talk.key(), talk));
        for (Talk talk : story.talks()) {
            for (Line line : talk.posts()) {
                Matcher links = link.matcher(line.text());
                while (links.find()) {
                    Talk other = requireNonNull(talks.get(links.group(1)), links.group());
                    Line target = other.posts().get(Integer.parseInt(links.group(2)) - 1);
                    assertThat(target.at().before(START))
                            .as(links.group())
                            .isBefore(line.at().before(START));
                    assertThat(audiences.get(other.space()) == Visibility.MEMBERS
                                    && audiences.get(talk.space()) == Visibility.PUBLIC)
                            .as(links.group())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void picturesAreThere() throws IOException {
        Pattern picture = Pattern.compile("picture:([\\w.-]+)");
        for (Talk talk : story.talks()) {
            for (Line line : talk.posts()) {
                Matcher pictures = picture.matcher(line.text());
                while (pictures.find()) {
                    try (var content = StoryFiles.picture(pictures.group(1))) {
                        assertThat(content.readAllBytes().length).isBetween(1_000, 100_000);
                    }
                }
            }
        }
    }
}
