package org.kvartal.membership.domain;

import java.util.List;
import java.util.Optional;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.EmailAddress;
import org.kvartal.accounts.People;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.Joining.What;
import org.springframework.stereotype.Component;

/** How an application gets from its applicant to whoever answers it. In the caller's transaction, with the application locked. */
@Component
class Submissions {

    private final ApplicationRepository applications;
    private final FormReader reader;
    private final ApplicationLog log;
    private final ApplicationLetters letters;
    private final ApplicationNews news;
    private final Obstacles obstacles;
    private final People people;
    private final Correspondence correspondence;
    private final HouseClock day;

    Submissions(
            ApplicationRepository applications,
            FormReader reader,
            ApplicationLog log,
            ApplicationLetters letters,
            ApplicationNews news,
            Obstacles obstacles,
            People people,
            Correspondence correspondence,
            HouseClock day) {
        this.applications = applications;
        this.reader = reader;
        this.log = log;
        this.letters = letters;
        this.news = news;
        this.obstacles = obstacles;
        this.people = people;
        this.correspondence = correspondence;
        this.day = day;
    }

    /** What lacks before it can be sent; or, without a field, why its applicant can't send it at all. */
    FormReader.Read read(Application application) {
        FormReader.Read read = reader.read(
                application.kind(),
                application.applicant().language(),
                application.form(),
                application.statute().isPresent());
        return obstacle(application)
                .map(obstacle -> new FormReader.Read(List.of(obstacle), null))
                .orElse(read);
    }

    private Optional<Refused> obstacle(Application application) {
        Applicant applicant = application.applicant();
        return obstacles.of(
                application.kind(),
                applicant.person(),
                applicant.confirmed() ? EmailAddress.of(applicant.address()) : null);
    }

    /** Sends it, or remembers to. */
    List<Refused> submit(Application application) {
        FormReader.Read read = read(application);
        if (!read.problems().isEmpty()) {
            return read.problems();
        }
        if (application.applicant().confirmed()) {
            send(application, read.required());
        } else {
            application.sendOnConfirmation(true);
            applications.saveAndFlush(application);
        }
        return List.of();
    }

    /** The address is the applicant's: whom the house knows by it is known from here on, and what waits for this is sent. */
    void confirmed(Application application) {
        if (!application.applicant().confirm(day.now())) {
            return;
        }
        if (people.card(application.applicant().person()).isEmpty()) {
            correspondence
                    .personAt(application.applicant().address())
                    .ifPresent(person -> application.applicant().be(person));
        }
        applications.saveAndFlush(application);
        log.applicantHas(What.CONFIRMED, application, null);
        if (application.sendsOnConfirmation() && application.state() == ApplicationState.DRAFT) {
            FormReader.Read read = read(application);
            if (read.problems().isEmpty()) {
                send(application, read.required());
            } else {
                application.sendOnConfirmation(false);
                applications.saveAndFlush(application);
            }
        }
    }

    private void send(Application application, FilledForm filled) {
        boolean answer = application.state() == ApplicationState.MORE_INFO;
        application.submit(filled, day.now());
        applications.saveAndFlush(application);
        log.keepSubmission(application);
        log.applicantHas(answer ? What.ANSWERED : What.SUBMITTED, application, null);
        if (!answer) {
            letters.received(application);
        }
        news.waits(application);
    }
}
