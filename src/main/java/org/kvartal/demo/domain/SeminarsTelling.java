package org.kvartal.demo.domain;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kvartal.kernel.Asker;
import org.kvartal.seminars.CertificateRule;
import org.kvartal.seminars.MaterialAudience;
import org.kvartal.seminars.MaterialId;
import org.kvartal.seminars.Materials;
import org.kvartal.seminars.Materials.NewMaterial;
import org.kvartal.seminars.ProgrammeId;
import org.kvartal.seminars.QuestionId;
import org.kvartal.seminars.QuestionKind;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.Registrations;
import org.kvartal.seminars.Registrations.Colleague;
import org.kvartal.seminars.Registrations.NewRegistration;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.NewSeminar;
import org.kvartal.seminars.SeminarDesk.Question;
import org.kvartal.seminars.SeminarDesk.SeminarContent;
import org.kvartal.seminars.SeminarDesk.Trainer;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.seminars.TrainerRole;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Tells of the working seminars from {@code demo/seminars.yaml}: what is taught, by whom, and who has a seat or waits for one. What stands already is told no second time. */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class SeminarsTelling {

    /** What was held was registered for while it lay so many days ahead. */
    private static final int AHEAD = 60;

    private static final int USUAL_OFFER = 48;
    private static final int USUAL_SHARE = 80;

    private final SeminarDesk desk;
    private final Seminars seminars;
    private final Registrations registrations;
    private final Materials materials;
    private final HeldSeminarsTelling held;

    SeminarsTelling(
            SeminarDesk desk,
            Seminars seminars,
            Registrations registrations,
            Materials materials,
            HeldSeminarsTelling held) {
        this.desk = desk;
        this.seminars = seminars;
        this.registrations = registrations;
        this.materials = materials;
        this.held = held;
    }

    void tell(Story story, StoryIds ids) {
        for (Map<String, Object> series : StoryFiles.list("seminars.yaml")) {
            ProgrammeId programme = new ProgrammeId(ids.settled("seminar series " + StoryFiles.text(series, "series")));
            desk.keep(
                    Demonstration.HOUSE,
                    programme,
                    StoryFiles.localized(series.get("name")),
                    StoryFiles.localized(series.get("about")));
            StoryFiles.items(series.get("seminars"))
                    .forEach(told -> tell(new SeminarPlot(told, ids), programme, story));
        }
    }

    private void tell(SeminarPlot plot, ProgrammeId programme, Story story) {
        String slug = desk.begin(Demonstration.HOUSE, frame(plot, story));
        if (state(slug) == SeminarState.DRAFT) {
            desk.change(Demonstration.HOUSE, plot.id(), version(slug), content(plot, programme));
            desk.plan(Demonstration.HOUSE, plot.id(), version(slug), ahead(plot), plot.parts());
            desk.ask(Demonstration.HOUSE, plot.id(), version(slug), questions(plot));
            desk.staff(Demonstration.HOUSE, plot.id(), version(slug), team(plot));
            desk.publish(Demonstration.HOUSE, plot.id(), version(slug));
        }
        if (state(slug) == SeminarState.PUBLISHED && !plot.told().containsKey("announced")) {
            desk.openRegistration(Demonstration.HOUSE, plot.id(), version(slug));
        }
        if (state(slug) == SeminarState.REGISTRATION_OPEN) {
            register(plot, slug);
        }
        StoryFiles.items(plot.told().get("materials")).forEach(material -> give(plot, material));
        if (plot.held()) {
            held.tell(plot, slug);
        }
    }

    private SeminarPage page(Asker asker, String slug) {
        return seminars.find(asker, slug).orElseThrow();
    }

    private SeminarState state(String slug) {
        return page(Demonstration.HOUSE, slug).card().state();
    }

    private long version(String slug) {
        return page(Demonstration.HOUSE, slug).card().version();
    }

    private static List<Day> ahead(SeminarPlot plot) {
        return plot.days(plot.held() ? AHEAD : 0);
    }

    private static NewSeminar frame(SeminarPlot plot, Story story) {
        Day first = ahead(plot).getFirst();
        String thread = StoryFiles.textOr(plot.told(), "from", "");
        return new NewSeminar(
                plot.id(),
                StoryFiles.localized(plot.told().get("title")),
                first.date(),
                first.start(),
                first.end(),
                plot.zone(),
                plot.text("place"),
                plot.number("capacity"),
                story.talks().stream()
                        .filter(talk -> talk.key().equals(thread))
                        .map(talk -> plot.ids().thread(talk).traced())
                        .findFirst()
                        .orElse(null));
    }

    private static SeminarContent content(SeminarPlot plot, ProgrammeId programme) {
        Map<String, Object> told = plot.told();
        Integer opens = StoryFiles.number(told, "opensIn");
        Integer offerHours = StoryFiles.number(told, "offerHours");
        return new SeminarContent(
                StoryFiles.localized(told.get("title")),
                StoryFiles.localized(told.get("about")),
                programme,
                StoryFiles.words(told.get("languages")).stream()
                        .map(StoryFiles::language)
                        .collect(Collectors.toSet()),
                Set.copyOf(StoryFiles.words(told.get("topics"))),
                new BigDecimal(plot.text("hours")),
                RegistrationMode.valueOf(SeminarPlot.constant(told, "mode")),
                plot.number("capacity"),
                null,
                null,
                StoryFiles.number(told, "perAssociation"),
                offerHours == null ? USUAL_OFFER : offerHours,
                opens == null ? null : plot.today().plusDays(opens).atTime(9, 0),
                null,
                null,
                plot.zone(),
                plot.text("place"),
                plot.text("city"),
                StoryFiles.textOr(told, "link", ""),
                new CertificateRule(USUAL_SHARE, Boolean.TRUE.equals(told.get("feedback")), null));
    }

    private static List<Question> questions(SeminarPlot plot) {
        return StoryFiles.items(plot.told().get("questions")).stream()
                .map(question -> new Question(
                        new QuestionId(plot.settled("question", StoryFiles.text(question, "key"))),
                        StoryFiles.localized(question.get("label")),
                        QuestionKind.valueOf(SeminarPlot.constant(question, "kind")),
                        List.of(),
                        Boolean.TRUE.equals(question.get("required"))))
                .toList();
    }

    private static List<Trainer> team(SeminarPlot plot) {
        return Stream.concat(
                        Stream.of(new Trainer(plot.ids().person(plot.text("lead")), "", TrainerRole.LEAD)),
                        StoryFiles.items(plot.told().get("team")).stream()
                                .map(one -> new Trainer(
                                        plot.ids().person(StoryFiles.text(one, "person")),
                                        "",
                                        TrainerRole.valueOf(SeminarPlot.constant(one, "role")))))
                .toList();
    }

    private void give(SeminarPlot plot, Map<String, Object> material) {
        materials.point(
                plot.lead(),
                plot.id(),
                new NewMaterial(
                        new MaterialId(plot.settled("material", StoryFiles.text(material, "key"))),
                        StoryFiles.text(material, "title"),
                        MaterialAudience.valueOf(SeminarPlot.constant(material, "audience"))),
                StoryFiles.text(material, "link"));
    }

    private void register(SeminarPlot plot, String slug) {
        StoryFiles.items(plot.told().get("registered")).forEach(one -> {
            var _ = registrations.register(
                    plot.person(one, "person"),
                    new NewRegistration(
                            plot.registration(StoryFiles.text(one, "person")),
                            plot.id(),
                            plot.member(one),
                            answers(plot, one)));
        });
        StoryFiles.items(plot.told().get("colleagues"))
                .forEach(one -> registrations.registerColleague(
                        plot.person(one, "by"),
                        new Colleague(
                                plot.registration(StoryFiles.text(one, "key")),
                                plot.id(),
                                StoryFiles.text(one, "name"),
                                StoryFiles.text(one, "email"),
                                StoryFiles.language(StoryFiles.text(one, "language")),
                                plot.member(one))));
        for (String key : StoryFiles.words(plot.told().get("approved"))) {
            SeminarPage theirs = page(Asker.of(plot.ids().person(key)), slug);
            if (Objects.requireNonNull(theirs.mine()).state() == RegistrationState.PENDING) {
                var _ = registrations.approve(plot.lead(), plot.registration(key));
            }
        }
        StoryFiles.words(plot.told().get("withdrawn"))
                .forEach(key -> registrations.withdraw(Asker.of(plot.ids().person(key)), plot.registration(key)));
    }

    private static Map<QuestionId, String> answers(SeminarPlot plot, Map<String, Object> one) {
        Map<QuestionId, String> answers = new HashMap<>();
        if (one.containsKey("answers")) {
            StoryFiles.map(one.get("answers"))
                    .forEach((key, answer) ->
                            answers.put(new QuestionId(plot.settled("question", key)), String.valueOf(answer)));
        }
        return answers;
    }
}
