package org.kvartal.membership.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Admissions.Dossier;
import org.kvartal.membership.Admissions.Entry;
import org.kvartal.membership.Admissions.QueueRow;
import org.kvartal.membership.Admissions.Submission;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.MembershipRights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Everything about one application, for those who answer it. */
@Component
class Dossiers {

    private final ApplicationRepository applications;
    private final OfficeQueue queue;
    private final Deciders deciders;
    private final TwinSearch twins;
    private final FormReader reader;
    private final ApplicationLog log;
    private final MemberReads members;
    private final People people;
    private final Files files;
    private final Permissions permissions;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Dossiers(
            ApplicationRepository applications,
            OfficeQueue queue,
            Deciders deciders,
            TwinSearch twins,
            FormReader reader,
            ApplicationLog log,
            MemberReads members,
            People people,
            Files files,
            Permissions permissions,
            JdbcClient jdbc,
            JsonMapper json) {
        this.applications = applications;
        this.queue = queue;
        this.deciders = deciders;
        this.twins = twins;
        this.reader = reader;
        this.log = log;
        this.members = members;
        this.people = people;
        this.files = files;
        this.permissions = permissions;
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Dossier> open(Asker asker, long number) {
        return jdbc.sql("SELECT id FROM application WHERE number = :number AND submissions > 0")
                .param("number", number)
                .query(UUID.class)
                .optional()
                .flatMap(applications::findById)
                .flatMap(application -> open(asker, application));
    }

    private Optional<Dossier> open(Asker asker, Application application) {
        boolean office = permissions.has(asker, MembershipRights.READ_APPLICATIONS, Scope.PLATFORM);
        boolean falls = deciders.may(asker, application);
        return office || falls ? Optional.of(dossier(asker, application, office, falls)) : Optional.empty();
    }

    private Dossier dossier(Asker asker, Application application, boolean office, boolean falls) {
        UUID id = application.id().value();
        QueueRow row = Objects.requireNonNull(queue.rows(List.of(id)).get(id));
        List<Submission> submissions = submissions(id);
        boolean own = deciders.own(asker, application);
        // What the applicant is typing now is theirs until it is sent.
        ApplicationForm form = submissions.getLast().form();
        List<Refused> problems = reader.read(
                        application.kind(), application.applicant().language(), form, true)
                .problems();
        Optional<FileId> statute = sentStatute(id);
        return new Dossier(
                row,
                application.applicant().address(),
                application.applicant().language(),
                application.applicant().confirmed(),
                form,
                statute.flatMap(files::find).orElse(null),
                statute.map(file -> files.addresses(Set.of(file), asker).get(file))
                        .orElse(null),
                card(application.said().association()),
                card(application.member()),
                submissions,
                problems,
                // An application that was approved has its member beside it: that is no duplicate.
                office && application.state() != ApplicationState.APPROVED ? twins.of(application) : List.of(),
                history(application),
                own,
                falls && !own && application.isAnswerable());
    }

    private List<Submission> submissions(UUID application) {
        return jdbc.sql(
                        "SELECT number, submitted_at, form FROM application_submission WHERE application = :id ORDER BY number")
                .param("id", application)
                .query((row, _) -> new Submission(
                        row.getInt("number"),
                        Columns.moment(row, "submitted_at"),
                        json.readValue(row.getString("form"), ApplicationForm.class)))
                .list();
    }

    private Optional<FileId> sentStatute(UUID application) {
        return jdbc.sql("""
                SELECT statute FROM application_submission
                 WHERE application = :id AND statute IS NOT NULL ORDER BY number DESC LIMIT 1""")
                .param("id", application)
                .query(UUID.class)
                .optional()
                .map(FileId::new);
    }

    private List<Entry> history(Application application) {
        List<ApplicationLog.Entry> entries = log.of(application.id());
        Map<PersonId, PersonCard> cards = people.cards(entries.stream()
                .map(ApplicationLog.Entry::by)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return entries.stream()
                .map(entry -> new Entry(
                        entry.what(), entry.at(), entry.text(), entry.by() == null ? null : cards.get(entry.by())))
                .toList();
    }

    private @Nullable MemberCard card(Optional<MemberId> id) {
        return id.map(member -> members.cards(List.of(member)).get(member)).orElse(null);
    }
}
