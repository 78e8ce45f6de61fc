package org.kvartal.advocacy.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.advocacy.AdvocacyPages;
import org.kvartal.advocacy.Dispatches.Destination;
import org.kvartal.advocacy.RecommendationDesk.RecommendationText;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.Way;
import org.kvartal.advocacy.domain.LetterDesk.Held;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.House;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Wording;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts into words what a letter says: in the addressee's language, as far as somebody has written it. */
@Component
class LetterWords {

    private final Postroom postroom;
    private final People people;
    private final Messages messages;
    private final Wording wording;
    private final House house;
    private final JdbcClient jdbc;
    private final HouseClock clock;

    LetterWords(
            Postroom postroom,
            People people,
            Messages messages,
            Wording wording,
            House house,
            JdbcClient jdbc,
            HouseClock clock) {
        this.postroom = postroom;
        this.people = people;
        this.messages = messages;
        this.wording = wording;
        this.house = house;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    PaperLetter of(Held held, PersonId signer, boolean alone) {
        Dispatch dispatch = held.dispatch();
        Language language = dispatch.language();
        Destination goal = dispatch.to();
        List<String> to = Stream.of(goal.holder(), goal.post(), postroom.name(dispatch, language), goal.address())
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .distinct()
                .toList();
        Instant now = clock.now();
        boolean paper = dispatch.way() != Way.MAIL;
        return new PaperLetter(
                language,
                house.name(),
                wording.day(now, language, dispatch.zone()),
                to,
                held.code(),
                held.recommendation().title().in(language),
                messages.text(language, "advocacy.paper.salutation"),
                dispatch.covering(),
                sections(held.recommendation().text(), language, dispatch),
                support(held.recommendation().id(), language),
                messages.text(
                        language,
                        "advocacy.paper.reply-by",
                        postroom.day(
                                LocalDate.ofInstant(now, dispatch.zone()).plusDays(dispatch.replyDays()), dispatch)),
                signatures(dispatch, signer, alone, language),
                paper ? postroom.link(dispatch) : null,
                messages.text(language, "advocacy.paper.link"),
                house.address("/" + language.code() + AdvocacyPages.inPublic(held.code())),
                messages.text(language, "advocacy.paper.page"));
    }

    private List<PaperLetter.Section> sections(RecommendationText text, Language language, Dispatch dispatch) {
        List<PaperLetter.Section> sections = new ArrayList<>();
        add(sections, "problem", text.problem(), language);
        add(sections, "affected", text.affected(), language);
        add(sections, "proposal", text.proposal(), language);
        add(sections, "legal", text.legal(), language);
        if (text.cost() != null) {
            sections.add(new PaperLetter.Section(
                    messages.text(language, "advocacy.field.cost"),
                    messages.text(language, "advocacy.cost." + Code.of(text.cost())),
                    language));
        }
        if (text.byWhen() != null) {
            sections.add(new PaperLetter.Section(
                    messages.text(language, "advocacy.field.by-when"),
                    postroom.day(text.byWhen(), dispatch),
                    language));
        }
        return sections;
    }

    private void add(List<PaperLetter.Section> sections, String key, @Nullable LocalizedText words, Language language) {
        if (words != null) {
            sections.add(new PaperLetter.Section(
                    messages.text(language, "advocacy.field." + key), words.in(language), words.shownIn(language)));
        }
    }

    private String support(RecommendationId id, Language language) {
        record Support(int people, int associations, int countries) {}
        Support support = jdbc.sql("""
                SELECT count(*) FILTER (WHERE association IS NULL) AS people, count(association) AS associations,
                       count(DISTINCT country) FILTER (WHERE association IS NOT NULL) AS countries
                  FROM endorsement WHERE recommendation = :id""")
                .param("id", id.value())
                .query((row, _) ->
                        new Support(row.getInt("people"), row.getInt("associations"), row.getInt("countries")))
                .single();
        return support.people() + support.associations() == 0
                ? ""
                : messages.text(
                        language,
                        "advocacy.paper.support",
                        support.associations(),
                        support.countries(),
                        support.people());
    }

    private List<String> signatures(Dispatch dispatch, PersonId signer, boolean alone, Language language) {
        if (alone) {
            return List.of(messages.text(language, "advocacy.paper.alone", name(signer)));
        }
        return List.of(
                messages.text(language, "advocacy.paper.prepared", name(dispatch.preparedBy())),
                messages.text(language, "advocacy.paper.signed", name(signer)));
    }

    private String name(PersonId person) {
        return people.card(person).map(PersonCard::name).orElse("");
    }

    /** What the house would write to an addressee that has not answered. */
    String reminder(Held held) {
        Dispatch dispatch = held.dispatch();
        Language language = dispatch.language();
        return messages.text(
                language,
                "advocacy.paper.reminder",
                held.code(),
                held.recommendation().title().in(language),
                postroom.day(dispatch.requireSentOn(), dispatch),
                postroom.day(dispatch.requireReplyBy(), dispatch));
    }
}
