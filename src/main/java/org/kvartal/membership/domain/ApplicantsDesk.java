package org.kvartal.membership.domain;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.Joining;
import org.kvartal.membership.Verdict;
import org.kvartal.site.Network;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Where applicants come: opens the application that a key belongs to, and does with it what they ask for. */
@Component
@Transactional
class ApplicantsDesk implements Joining {

    private final ApplicationRepository applications;
    private final Beginnings beginnings;
    private final ApplicationKeys keys;
    private final TypedForms forms;
    private final Statutes statutes;
    private final Submissions submissions;
    private final ApplicantView view;
    private final Verdicts verdicts;
    private final ApplicationLog log;
    private final ApplicationLetters letters;
    private final ApplicationNews news;
    private final MemberReads members;
    private final People people;
    private final JoiningPace pace;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final HouseClock day;

    ApplicantsDesk(
            ApplicationRepository applications,
            Beginnings beginnings,
            ApplicationKeys keys,
            TypedForms forms,
            Statutes statutes,
            Submissions submissions,
            ApplicantView view,
            Verdicts verdicts,
            ApplicationLog log,
            ApplicationLetters letters,
            ApplicationNews news,
            MemberReads members,
            People people,
            JoiningPace pace,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            HouseClock day) {
        this.applications = applications;
        this.beginnings = beginnings;
        this.keys = keys;
        this.forms = forms;
        this.statutes = statutes;
        this.submissions = submissions;
        this.view = view;
        this.verdicts = verdicts;
        this.log = log;
        this.letters = letters;
        this.news = news;
        this.members = members;
        this.people = people;
        this.pace = pace;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.day = day;
    }

    @Override
    @Transactional(readOnly = true)
    public Verdict verdict(Asker asker) {
        return verdicts.of(asker);
    }

    @Override
    public Begun begin(Asker by, NewApplication wish, String from) {
        return beginnings.begin(by, wish, from);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Letterhead> lookBack(String token) {
        return keys.follow(token)
                .flatMap(id -> applications.findById(id.value()))
                .map(found -> new Letterhead(
                        found.kind(),
                        found.form().applicant(),
                        found.applicant().confirmed(),
                        found.state()));
    }

    @Override
    public Optional<Begun> comeBack(String token) {
        return keys.follow(token).flatMap(id -> applications.lock(id.value())).map(found -> {
            submissions.confirmed(found);
            return keys.next(found.id());
        });
    }

    @Override
    public Optional<Begun> comeBack(Asker by) {
        return by.person().flatMap(verdicts::newest).map(keys::next);
    }

    @Override
    public void sendLink(String key, String from) {
        Application application = open(key);
        pace.letter(Network.of(from), EmailAddress.of(application.applicant().address()));
        letters.link(application);
    }

    @Override
    public void sendLink(String email, Language language, String from) {
        EmailAddress address = EmailAddress.of(email);
        pace.letter(Network.of(from), address);
        jdbc.sql("""
                SELECT id FROM application WHERE address_folded = :address AND state <> 'WITHDRAWN'
                 ORDER BY state IN ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'MORE_INFO') DESC, begun_at DESC LIMIT 1""")
                .param("address", address.folded())
                .query(UUID.class)
                .optional()
                .flatMap(applications::findById)
                .ifPresent(letters::link);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ApplicationPage> look(String key) {
        return keys.open(key).flatMap(id -> applications.findById(id.value())).map(view::of);
    }

    @Override
    public ApplicationForm save(String key, ApplicationForm form) {
        return forms.save(keys.open(key).orElseThrow(NotFound::new), form);
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public StoredFile attach(String key, String name, InputStream content) {
        Application before = transaction.execute(_ -> open(key));
        before.course().requireEditable();
        StoredFile file = statutes.store(before, name, content);
        try {
            transaction.executeWithoutResult(_ -> change(key, application -> {
                application.statute().ifPresent(earlier -> statutes.remove(application.id(), earlier));
                application.attach(file.id());
            }));
        } catch (RuntimeException sentMeanwhile) {
            statutes.remove(before.id(), file.id());
            throw sentMeanwhile;
        }
        return file;
    }

    @Override
    public void detach(String key) {
        change(key, application -> {
            application.statute().ifPresent(earlier -> statutes.remove(application.id(), earlier));
            application.attach(null);
        });
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> statute(String key) {
        return statutes.address(open(key));
    }

    @Override
    public List<Refused> submit(String key) {
        Application application = lock(key);
        return switch (application.state()) {
            case SUBMITTED, IN_REVIEW -> List.of();
            case DRAFT, MORE_INFO -> submissions.submit(application);
            case APPROVED, DECLINED, WITHDRAWN, LAPSED -> throw Refused.because("membership.refused.not-editable");
        };
    }

    @Override
    public void withdraw(String key) {
        Application application = change(key, found -> found.course().withdraw(day.now()));
        log.applicantHas(What.WITHDRAWN, application, null);
        news.rests(application);
    }

    @Override
    public void appeal(String key, String text) {
        Application application = lock(key);
        application.course().appeal(day.now());
        String why = Typed.requiredBlock("text", text, TEXT_LENGTH);
        applications.saveAndFlush(application);
        log.applicantHas(What.APPEALED, application, why);
        news.waits(application);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Welcome> lookWelcome(String token) {
        return letters.lookWelcome(token)
                .flatMap(admitted -> Optional.ofNullable(
                                members.cards(List.of(admitted.member())).get(admitted.member()))
                        .map(card -> new Welcome(
                                people.card(admitted.person())
                                        .map(PersonCard::name)
                                        .orElse(""),
                                card)));
    }

    @Override
    public Optional<PersonId> welcome(String token) {
        return letters.redeemWelcome(token).map(ApplicationLetters.Admitted::person);
    }

    private Application open(String key) {
        return keys.open(key).flatMap(id -> applications.findById(id.value())).orElseThrow(NotFound::new);
    }

    private Application lock(String key) {
        ApplicationId id = keys.open(key).orElseThrow(NotFound::new);
        return applications.lock(id.value()).orElseThrow(NotFound::new);
    }

    private Application change(String key, Consumer<Application> how) {
        Application application = lock(key);
        how.accept(application);
        return applications.saveAndFlush(application);
    }
}
