package org.kvartal.seminars;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Role;
import org.kvartal.discussions.Townspeople;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.membership.MemberId;
import org.kvartal.rights.RightsActs;
import org.kvartal.rights.RightsActs.Act;
import org.kvartal.seminars.Certificates.CertificateLine;
import org.kvartal.seminars.Materials.NewMaterial;
import org.kvartal.seminars.Registrations.Colleague;
import org.kvartal.seminars.Registrations.NewRegistration;
import org.kvartal.seminars.SeminarDesk.NewSeminar;
import org.kvartal.seminars.Seminars.SeminarCard;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may be done with seminars, for the walkers of the rights. Nobody who walks is in the team of the seminar. */
@TestConfiguration(proxyBeanMethods = false)
public class SeminarActs implements RightsActs {

    private static final ZoneId SOFIA = ZoneId.of("Europe/Sofia");

    private final SeminarDesk desk;
    private final Seminars seminars;
    private final Registrations registrations;
    private final CheckIn checkIn;
    private final Materials materials;
    private final SeminarFeedback feedback;
    private final Certificates certificates;
    private final Townspeople town;
    private final JdbcClient jdbc;

    SeminarActs(
            SeminarDesk desk,
            Seminars seminars,
            Registrations registrations,
            CheckIn checkIn,
            Materials materials,
            SeminarFeedback feedback,
            Certificates certificates,
            Townspeople town,
            JdbcClient jdbc) {
        this.desk = desk;
        this.seminars = seminars;
        this.registrations = registrations;
        this.checkIn = checkIn;
        this.materials = materials;
        this.feedback = feedback;
        this.certificates = certificates;
        this.town = town;
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Act> acts() {
        Map<String, Act> acts = new LinkedHashMap<>();
        arranging(acts);
        registering(acts);
        holding(acts);
        certifying(acts);
        return acts;
    }

    private void arranging(Map<String, Act> acts) {
        acts.put("read the draft of a seminar", by -> read(by, begun()));
        acts.put("read a seminar that is announced", by -> read(by, opened()));
        acts.put("begin a seminar", by -> desk.begin(by, frame(SeminarId.next())));
        acts.put("open a series of seminars", by -> desk.keep(by, ProgrammeId.next(), text("Craft and trade"), null));
        acts.put("change a seminar of somebody else", by -> {
            Led one = opened();
            desk.change(
                    by,
                    one.id(),
                    version(one),
                    seminars.find(one.lead(), slug(one)).orElseThrow().content());
        });
        acts.put("announce a seminar of somebody else", by -> {
            Led one = begun();
            desk.publish(by, one.id(), version(one));
        });
        acts.put("cancel a seminar of somebody else", by -> {
            Led one = opened();
            desk.cancel(by, one.id(), version(one), "The hall burnt down.");
        });
        acts.put(
                "give a material to a seminar of somebody else",
                by -> materials.point(
                        by,
                        opened().id(),
                        new NewMaterial(MaterialId.next(), "Slides", MaterialAudience.ALL),
                        "example.org"));
    }

    private void registering(Map<String, Act> acts) {
        acts.put("register for a seminar", by -> {
            var _ = registered(by, opened());
        });
        acts.put(
                "register a colleague of an association of somebody else",
                by -> registrations.registerColleague(by, colleague(opened(), town.association("Weavers"))));
        acts.put(
                "enter somebody into a seminar of somebody else",
                by -> registrations.registerColleague(by, colleague(opened(), null)));
        acts.put("answer a registration for a seminar of somebody else", by -> {
            RegistrationId id = registered(town.person(), opened());
            set(id, "state = 'PENDING'");
            var _ = registrations.approve(by, id);
        });
        acts.put("change the order of a waiting list", by -> {
            RegistrationId id = registered(town.person(), opened());
            set(id, "state = 'WAITLISTED', queued_at = now()");
            registrations.prefer(by, id, 1, "She teaches next year.");
        });
        acts.put(
                "withdraw the registration of somebody else",
                by -> registrations.withdraw(by, registered(town.person(), opened())));
        acts.put("see who is registered for a seminar", by -> {
            var _ = registrations.list(by, opened().id(), Set.of(), null, 10);
        });
    }

    private void holding(Map<String, Act> acts) {
        acts.put("see the code on the wall of a seminar", by -> {
            Led one = opened();
            var _ = checkIn.code(by, one.id(), day(one));
        });
        acts.put("look for somebody at the door of a seminar of somebody else", by -> {
            var _ = checkIn.find(by, opened().id(), "Ada");
        });
        acts.put("let somebody into a seminar of somebody else by name", by -> {
            Led one = opened();
            RegistrationId id = registered(town.person(), one);
            begins(one);
            var _ = checkIn.letIn(by, id, day(one));
        });
        acts.put("excuse somebody from a day of a seminar", by -> {
            Led one = opened();
            checkIn.mark(by, registered(town.person(), one), day(one), Presence.EXCUSED);
        });
        acts.put("see who was there", by -> {
            var _ = checkIn.sheet(by, opened().id(), null, 10);
        });
        acts.put("say that somebody has completed a seminar of somebody else", by -> {
            Led one = opened();
            checkIn.judge(by, registered(town.person(), one), true, "Was there.");
        });
        acts.put("read what people thought of a seminar", by -> {
            var _ = feedback.voices(by, opened().id());
        });
    }

    private void certifying(Map<String, Act> acts) {
        acts.put("issue certificates of a seminar of somebody else", by -> {
            Led one = opened();
            var _ = certificates.issue(by, one.id(), List.of(registered(town.person(), one)));
        });
        acts.put("see the certificates of a seminar", by -> {
            var _ = certificates.of(by, opened().id());
        });
        acts.put("see the certificates of somebody else", by -> {
            var _ = certificates.ledger(by, town.person().requirePerson());
        });
        acts.put(
                "revoke a certificate",
                by -> certificates.revoke(by, certified().id(), "The list of names was wrong."));
        acts.put("replace a certificate of a seminar of somebody else", by -> {
            var _ = certificates.replace(by, certified().id(), "");
        });
        acts.put("check a certificate", _ -> {
            var _ = certificates.verify(certified().code()).orElseThrow();
        });
    }

    /** The address of a seminar for which people may register. */
    public String openedSlug() {
        return slug(opened());
    }

    /** The address of a draft. */
    public String begunSlug() {
        return slug(begun());
    }

    /** A seminar and who leads it. */
    private record Led(SeminarId id, Asker lead) {}

    private static LocalizedText text(String words) {
        return LocalizedText.of(Language.EN, words);
    }

    private static NewSeminar frame(SeminarId id) {
        return new NewSeminar(
                id,
                text("Bookkeeping"),
                LocalDate.now(SOFIA).plusDays(10),
                LocalTime.of(10, 0),
                LocalTime.of(16, 0),
                SOFIA,
                "Letterpress hall",
                10,
                null);
    }

    private Led begun() {
        Led one = new Led(SeminarId.next(), town.person(Role.FACILITATOR));
        desk.begin(one.lead(), frame(one.id()));
        return one;
    }

    private Led opened() {
        Led one = begun();
        desk.publish(one.lead(), one.id(), version(one));
        desk.openRegistration(one.lead(), one.id(), version(one));
        return one;
    }

    private SeminarCard card(Led one) {
        return Objects.requireNonNull(
                seminars.cards(one.lead(), List.of(one.id())).get(one.id()));
    }

    private long version(Led one) {
        return card(one).version();
    }

    private String slug(Led one) {
        return card(one).slug();
    }

    private DayId day(Led one) {
        return seminars.find(one.lead(), slug(one))
                .orElseThrow()
                .days()
                .getFirst()
                .id();
    }

    private void read(Asker by, Led one) {
        var _ = seminars.find(by, slug(one)).orElseThrow(NotFound::new);
    }

    private RegistrationId registered(Asker by, Led one) {
        RegistrationId id = RegistrationId.next();
        var _ = registrations.register(by, new NewRegistration(id, one.id(), null, Map.of()));
        return id;
    }

    private static Colleague colleague(Led one, @Nullable MemberId association) {
        RegistrationId id = RegistrationId.next();
        return new Colleague(id, one.id(), "Colleague", "colleague-" + id + "@example.org", Language.EN, association);
    }

    private CertificateLine certified() {
        Led one = opened();
        RegistrationId id = registered(town.person(), one);
        set(id, "state = 'COMPLETED'");
        var _ = certificates.issue(one.lead(), one.id(), List.of(id));
        return certificates.of(one.lead(), one.id()).getFirst();
    }

    /** The door of its day is open now. */
    private void begins(Led one) {
        jdbc.sql("""
            UPDATE seminar_day SET starts_at = now() - interval '1 minute', ends_at = now() + interval '1 hour'
             WHERE seminar = :id""").param("id", one.id().value()).update();
    }

    /** What time or others would have brought. */
    private void set(RegistrationId id, String what) {
        jdbc.sql("UPDATE seminar_registration SET " + what + " WHERE id = :id")
                .param("id", id.value())
                .update();
    }
}
