package org.kvartal.demo.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.MemberId;
import org.kvartal.seminars.CertificateRule;
import org.kvartal.seminars.CertificateState;
import org.kvartal.seminars.Certificates;
import org.kvartal.seminars.Certificates.CertificateLine;
import org.kvartal.seminars.Certificates.Eligible;
import org.kvartal.seminars.CheckIn;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.MaterialAudience;
import org.kvartal.seminars.MaterialId;
import org.kvartal.seminars.Materials;
import org.kvartal.seminars.Materials.NewMaterial;
import org.kvartal.seminars.Presence;
import org.kvartal.seminars.ProgrammeId;
import org.kvartal.seminars.QuestionId;
import org.kvartal.seminars.QuestionKind;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.RegistrationMode;
import org.kvartal.seminars.RegistrationState;
import org.kvartal.seminars.Registrations;
import org.kvartal.seminars.Registrations.Colleague;
import org.kvartal.seminars.Registrations.NewRegistration;
import org.kvartal.seminars.Registrations.Place;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarDesk.NewSeminar;
import org.kvartal.seminars.SeminarDesk.Part;
import org.kvartal.seminars.SeminarDesk.Question;
import org.kvartal.seminars.SeminarDesk.SeminarContent;
import org.kvartal.seminars.SeminarDesk.Trainer;
import org.kvartal.seminars.SeminarFeedback;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.kvartal.seminars.TrainerRole;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells of the working seminars from {@code demo/seminars.yaml}: who teaches, who has a seat or waits for one, who was there, and what they have in hand. */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class SeminarsTelling {

    /** What was held was registered for while it lay so many days ahead. */
    private static final int AHEAD = 60;

    private final SeminarDesk desk;
    private final Seminars seminars;
    private final Registrations registrations;
    private final CheckIn checkIn;
    private final SeminarFeedback feedback;
    private final Certificates certificates;
    private final Materials materials;
    private final TransactionTemplate transaction;

    SeminarsTelling(
            SeminarDesk desk,
            Seminars seminars,
            Registrations registrations,
            CheckIn checkIn,
            SeminarFeedback feedback,
            Certificates certificates,
            Materials materials,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.seminars = seminars;
        this.registrations = registrations;
        this.checkIn = checkIn;
        this.feedback = feedback;
        this.certificates = certificates;
        this.materials = materials;
        this.transaction = transaction;
    }

    void tell(Story story, StoryIds ids) {
        for (Map<String, Object> series : StoryFiles.list("seminars.yaml")) {
            ProgrammeId programme = new ProgrammeId(ids.settled("seminar series " + StoryFiles.text(series, "series")));
            desk.keep(
                    Demonstration.HOUSE,
                    programme,
                    StoryFiles.localized(series.get("name")),
                    StoryFiles.localized(series.get("about")));
            StoryFiles.items(series.get("seminars")).forEach(told -> new Told(told, programme, story, ids).tell());
        }
    }

    /** One seminar. What an earlier start has told already is told no second time. */
    private final class Told {

        private final Map<String, Object> told;
        private final ProgrammeId programme;
        private final Story story;
        private final StoryIds ids;
        private final SeminarId id;
        private final ZoneId zone;
        private final LocalDate today;
        private final boolean held;
        private String slug = "";

        Told(Map<String, Object> told, ProgrammeId programme, Story story, StoryIds ids) {
            this.told = told;
            this.programme = programme;
            this.story = story;
            this.ids = ids;
            id = new SeminarId(settled("", ""));
            zone = ZoneId.of(StoryFiles.text(told, "zone"));
            today = LocalDate.ofInstant(ids.begun(), zone);
            held = told.containsKey("held");
        }

        private UUID settled(String what, String key) {
            return ids.settled("seminar " + StoryFiles.text(told, "key") + " " + what + " " + key);
        }

        void tell() {
            slug = desk.begin(Demonstration.HOUSE, frame());
            if (state() == SeminarState.DRAFT) {
                prepare();
                desk.publish(Demonstration.HOUSE, id, version());
            }
            if (state() == SeminarState.PUBLISHED && !told.containsKey("announced")) {
                desk.openRegistration(Demonstration.HOUSE, id, version());
            }
            if (state() == SeminarState.REGISTRATION_OPEN) {
                register();
            }
            StoryFiles.items(told.get("materials")).forEach(this::give);
            if (held) {
                hold();
                StoryFiles.items(StoryFiles.map(told.get("held")).get("voices")).forEach(this::judge);
                certify(StoryFiles.map(told.get("certificates")));
            }
        }

        private SeminarPage page(Asker asker) {
            return seminars.find(asker, slug).orElseThrow();
        }

        private SeminarState state() {
            return page(Demonstration.HOUSE).card().state();
        }

        private long version() {
            return page(Demonstration.HOUSE).card().version();
        }

        private Asker person(Map<String, Object> of, String name) {
            return Asker.of(ids.person(StoryFiles.text(of, name)));
        }

        // ---- what it is about ----

        private NewSeminar frame() {
            Day first = days(held ? AHEAD : 0).getFirst();
            String thread = StoryFiles.textOr(told, "from", "");
            return new NewSeminar(
                    id,
                    StoryFiles.localized(told.get("title")),
                    first.date(),
                    first.start(),
                    first.end(),
                    zone,
                    StoryFiles.text(told, "place"),
                    number("capacity"),
                    story.talks().stream()
                            .filter(talk -> talk.key().equals(thread))
                            .map(talk -> ids.thread(talk).traced())
                            .findFirst()
                            .orElse(null));
        }

        private int number(String name) {
            return Objects.requireNonNull(StoryFiles.number(told, name), name);
        }

        private void prepare() {
            Integer opens = StoryFiles.number(told, "opensIn");
            Integer offerHours = StoryFiles.number(told, "offerHours");
            desk.change(
                    Demonstration.HOUSE,
                    id,
                    version(),
                    new SeminarContent(
                            StoryFiles.localized(told.get("title")),
                            StoryFiles.localized(told.get("about")),
                            programme,
                            StoryFiles.words(told.get("languages")).stream()
                                    .map(StoryFiles::language)
                                    .collect(Collectors.toSet()),
                            Set.copyOf(StoryFiles.words(told.get("topics"))),
                            new BigDecimal(StoryFiles.text(told, "hours")),
                            RegistrationMode.valueOf(constant(told, "mode")),
                            number("capacity"),
                            null,
                            null,
                            StoryFiles.number(told, "perAssociation"),
                            offerHours == null ? 48 : offerHours,
                            opens == null ? null : today.plusDays(opens).atTime(9, 0),
                            null,
                            null,
                            zone,
                            StoryFiles.text(told, "place"),
                            StoryFiles.text(told, "city"),
                            StoryFiles.textOr(told, "link", ""),
                            new CertificateRule(80, Boolean.TRUE.equals(told.get("feedback")), null)));
            plan(held ? AHEAD : 0);
            desk.ask(
                    Demonstration.HOUSE,
                    id,
                    version(),
                    StoryFiles.items(told.get("questions")).stream()
                            .map(this::question)
                            .toList());
            desk.staff(
                    Demonstration.HOUSE,
                    id,
                    version(),
                    Stream.concat(
                                    Stream.of(new Trainer(
                                            ids.person(StoryFiles.text(told, "lead")), "", TrainerRole.LEAD)),
                                    StoryFiles.items(told.get("team")).stream()
                                            .map(one -> new Trainer(
                                                    ids.person(StoryFiles.text(one, "person")),
                                                    "",
                                                    TrainerRole.valueOf(constant(one, "role")))))
                            .toList());
        }

        private void plan(int later) {
            List<Part> parts = StoryFiles.items(told.get("days")).stream()
                    .flatMap(day -> StoryFiles.items(day.get("parts")).stream()
                            .map(part -> new Part(
                                    day(day),
                                    StoryFiles.localized(part.get("title")),
                                    time(part, "from"),
                                    time(part, "to"),
                                    StoryFiles.textOr(part, "room", ""),
                                    StoryFiles.textOr(part, "track", ""))))
                    .toList();
            desk.plan(Demonstration.HOUSE, id, version(), days(later), parts);
        }

        private List<Day> days(int later) {
            return StoryFiles.items(told.get("days")).stream()
                    .map(day -> new Day(
                            day(day),
                            today.plusDays(Objects.requireNonNull(StoryFiles.number(day, "day")) + (long) later),
                            time(day, "from"),
                            time(day, "to")))
                    .toList();
        }

        private DayId day(Map<String, Object> day) {
            return new DayId(settled("day", StoryFiles.text(day, "key")));
        }

        private Question question(Map<String, Object> question) {
            return new Question(
                    new QuestionId(settled("question", StoryFiles.text(question, "key"))),
                    StoryFiles.localized(question.get("label")),
                    QuestionKind.valueOf(constant(question, "kind")),
                    List.of(),
                    Boolean.TRUE.equals(question.get("required")));
        }

        private void give(Map<String, Object> material) {
            materials.point(
                    person(told, "lead"),
                    id,
                    new NewMaterial(
                            new MaterialId(settled("material", StoryFiles.text(material, "key"))),
                            StoryFiles.text(material, "title"),
                            MaterialAudience.valueOf(constant(material, "audience"))),
                    StoryFiles.text(material, "link"));
        }

        // ---- who comes ----

        private void register() {
            for (Map<String, Object> one : StoryFiles.items(told.get("registered"))) {
                Map<QuestionId, String> answers = new HashMap<>();
                if (one.containsKey("answers")) {
                    StoryFiles.map(one.get("answers"))
                            .forEach((key, answer) ->
                                    answers.put(new QuestionId(settled("question", key)), String.valueOf(answer)));
                }
                var _ = registrations.register(
                        person(one, "person"),
                        new NewRegistration(registration(StoryFiles.text(one, "person")), id, member(one), answers));
            }
            for (Map<String, Object> one : StoryFiles.items(told.get("colleagues"))) {
                registrations.registerColleague(
                        person(one, "by"),
                        new Colleague(
                                registration(StoryFiles.text(one, "key")),
                                id,
                                StoryFiles.text(one, "name"),
                                StoryFiles.text(one, "email"),
                                StoryFiles.language(StoryFiles.text(one, "language")),
                                member(one)));
            }
            StoryFiles.words(told.get("approved")).stream()
                    .filter(key -> place(Asker.of(ids.person(key))).state() == RegistrationState.PENDING)
                    .forEach(key -> {
                        var _ = registrations.approve(person(told, "lead"), registration(key));
                    });
            StoryFiles.words(told.get("withdrawn"))
                    .forEach(key -> registrations.withdraw(Asker.of(ids.person(key)), registration(key)));
        }

        private RegistrationId registration(String key) {
            return new RegistrationId(settled("registration", key));
        }

        private @Nullable MemberId member(Map<String, Object> one) {
            String association = StoryFiles.textOr(one, "for", "");
            return association.isEmpty() ? null : ids.member(association);
        }

        private Place place(Asker asker) {
            return Objects.requireNonNull(page(asker).mine());
        }

        // ---- how it was ----

        /** Who was there is noted together with the days, since the clock finishes by itself what is long over. */
        private void hold() {
            if (state() == SeminarState.REGISTRATION_OPEN) {
                desk.closeRegistration(Demonstration.HOUSE, id, version());
            }
            if (state() == SeminarState.REGISTRATION_CLOSED
                    && page(Demonstration.HOUSE).card().starts().toLocalDate().isAfter(today)) {
                transaction.executeWithoutResult(_ -> {
                    plan(0);
                    Map<String, Object> present =
                            StoryFiles.map(StoryFiles.map(told.get("held")).get("present"));
                    present.forEach((key, days) -> mark(key, StoryFiles.words(days)));
                });
            }
            while (!state().held()) {
                goOn();
            }
        }

        private void mark(String person, List<String> presences) {
            List<Map<String, Object>> days = StoryFiles.items(told.get("days"));
            for (int i = 0; i < presences.size(); i++) {
                checkIn.mark(
                        Demonstration.HOUSE,
                        registration(person),
                        day(days.get(i)),
                        Presence.valueOf(presences.get(i).toUpperCase(Locale.ROOT)));
            }
        }

        private void goOn() {
            try {
                if (state() == SeminarState.REGISTRATION_CLOSED) {
                    desk.start(Demonstration.HOUSE, id, version());
                } else {
                    desk.finish(Demonstration.HOUSE, id, version());
                }
            } catch (Refused theClockWasFaster) {
                // Looked at again.
            }
        }

        private void judge(Map<String, Object> voice) {
            Asker by = person(voice, "person");
            boolean missing = page(by).feedback().stream().anyMatch(wish -> wish.day() == null);
            if (missing) {
                feedback.give(
                        by,
                        id,
                        null,
                        Objects.requireNonNull(StoryFiles.number(voice, "points")),
                        StoryFiles.text(voice, "words"));
            }
        }

        private void certify(Map<String, Object> wish) {
            Asker by = person(wish, "by");
            Set<RegistrationId> known = certificates.of(by, id).stream()
                    .map(CertificateLine::registration)
                    .collect(Collectors.toSet());
            var _ = certificates.issue(
                    by,
                    id,
                    certificates.eligible(by, id).stream()
                            .map(Eligible::registration)
                            .filter(one -> !known.contains(one))
                            .toList());
            if (wish.containsKey("replaced")) {
                Map<String, Object> replaced = StoryFiles.map(wish.get("replaced"));
                List<CertificateLine> lines = lines(by, replaced);
                if (lines.size() == 1) {
                    var _ = certificates.replace(by, lines.getFirst().id(), StoryFiles.text(replaced, "name"));
                }
            }
            if (wish.containsKey("revoked")) {
                Map<String, Object> revoked = StoryFiles.map(wish.get("revoked"));
                lines(by, revoked).stream()
                        .filter(line -> line.state() == CertificateState.ISSUED)
                        .forEach(line -> certificates.revoke(
                                person(revoked, "by"), line.id(), StoryFiles.text(revoked, "reason")));
            }
        }

        private List<CertificateLine> lines(Asker by, Map<String, Object> whose) {
            RegistrationId wanted = registration(StoryFiles.text(whose, "person"));
            return certificates.of(by, id).stream()
                    .filter(line -> line.registration().equals(wanted))
                    .toList();
        }

        private static LocalTime time(Map<String, Object> of, String name) {
            return LocalTime.parse(StoryFiles.text(of, name));
        }

        private static String constant(Map<String, Object> of, String name) {
            return StoryFiles.text(of, name).toUpperCase(Locale.ROOT);
        }
    }
}
