package org.kvartal.membership.domain;

import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.ApplicationId;
import org.kvartal.membership.MembershipRights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statutes that are attached to applications: read by the applicant and by the office. */
@Component
class Statutes {

    /** Beside pictures. */
    private static final Set<String> KINDS = Set.of(
            "application/pdf",
            "application/rtf",
            "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.oasis.opendocument.text",
            "image/tiff",
            "image/heic",
            "image/heif");

    private final Files files;
    private final Permissions permissions;
    private final JdbcClient jdbc;

    Statutes(Files files, Permissions permissions, JdbcClient jdbc) {
        this.files = files;
        this.permissions = permissions;
        this.jdbc = jdbc;
    }

    /**
     * Stores a file under the id of the person that the applicant is or will be; without a transaction.
     *
     * @throws Refused at {@code statute} if it is no text for reading, on pages or in a picture
     */
    StoredFile store(Application application, String name, InputStream content) {
        StoredFile file;
        try {
            file = files.store(
                    Asker.of(application.applicant().person()),
                    new FileOwner(MembershipFiles.MODULE, application.id().value()),
                    name,
                    content);
        } catch (Refused refused) {
            throw atStatute(refused);
        }
        if (!file.isPicture() && !KINDS.contains(file.type())) {
            files.remove(file.id());
            throw wrongKind();
        }
        return file;
    }

    /** Fewer kinds are taken here than elsewhere. */
    private static Refused atStatute(Refused refused) {
        if (!"file".equals(refused.field())) {
            return refused;
        }
        return refused.key().equals("files.refused-kind")
                ? wrongKind()
                : Refused.at("statute", refused.key(), refused.arguments());
    }

    private static Refused wrongKind() {
        return Refused.at("statute", "membership.refused.statute-kind");
    }

    Optional<String> address(Application application) {
        Asker applicant = Asker.of(application.applicant().person());
        return application
                .statute()
                .map(file -> files.addresses(Set.of(file), applicant).get(file));
    }

    /** Removes a file unless it was sent. */
    void remove(ApplicationId application, FileId file) {
        boolean sent = jdbc.sql(
                        "SELECT EXISTS (SELECT FROM application_submission WHERE application = :id AND statute = :file)")
                .param("id", application.value())
                .param("file", file.value())
                .query(Boolean.class)
                .single();
        if (!sent) {
            files.remove(file);
        }
    }

    /** Whether the asker may read what belongs to an application now. */
    boolean mayRead(Asker asker, UUID object) {
        boolean own = asker.person()
                .filter(person -> jdbc.sql(
                                "SELECT EXISTS (SELECT FROM application WHERE id = :id AND applicant = :person)")
                        .param("id", object)
                        .param("person", person.value())
                        .query(Boolean.class)
                        .single())
                .isPresent();
        return own
                || (permissions.has(asker, MembershipRights.READ_APPLICATIONS, Scope.PLATFORM)
                        && jdbc.sql("SELECT EXISTS (SELECT FROM application WHERE id = :id AND submissions > 0)")
                                .param("id", object)
                                .query(Boolean.class)
                                .single());
    }

    /** Those of the ids that are applications'. */
    Set<UUID> standing(Set<UUID> ids) {
        return new HashSet<>(jdbc.sql("SELECT id FROM application WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }
}
