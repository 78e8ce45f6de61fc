package org.kvartal.membership;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;

/**
 * The applicant's side of an application. Nobody needs to be signed in: whoever shows a key of the application is the applicant. A key is made
 * for each browser that begins or comes back by the letter's link, and belongs into a cookie; the house keeps its hash. A key that opens
 * nothing is {@link org.kvartal.kernel.NotFound}.
 *
 * @see "Decision record 0080, an application is its applicant's by a key"
 */
public interface Joining {

    /** The longest message of an applicant: an appeal; in characters. */
    int TEXT_LENGTH = 4_000;

    /**
     * Where the asker stands with the house: the newest that holds of membership and applications. For a guest always that they may apply.
     */
    Verdict verdict(Asker asker);

    /**
     * Makes a draft, and posts the letter that leads back to it and confirms the address. A signed-in person with the same address
     * needs no confirmation, and is led back to an application of the same kind that they have begun already. The same id again of the same
     * person is the same draft.
     *
     * @param from the network address of the request, to slow floods; empty for the house
     * @throws Refused at {@code applicant} or {@code email}
     * @throws TooOften if there were too many from there or for that address
     * @throws org.kvartal.kernel.Forbidden if the id is somebody else's
     */
    Begun begin(Asker by, NewApplication application, String from);

    /** What a letter's link leads back to, if it still works. Changes nothing. */
    Optional<Letterhead> lookBack(String token);

    /**
     * Comes back by the letter's link: the address is confirmed, and a waiting application is sent. The link works as often as it is pressed,
     * for {@value #LINK_DAYS} days.
     *
     * @return a new key for this browser; empty where the link no longer works
     */
    Optional<Begun> comeBack(String token);

    /** A signed-in person's own newest application, with a new key for this browser; empty where there is none. */
    Optional<Begun> comeBack(Asker by);

    /**
     * Posts the letter with the link once more.
     *
     * @throws TooOften if there were too many
     */
    void sendLink(String key, String from);

    /**
     * The same for somebody who has lost both letter and browser. Does the same for every address, whether the house knows an application of it
     * or not.
     *
     * @throws Refused at {@code email}
     * @throws TooOften if there were too many
     */
    void sendLink(String email, Language language, String from);

    /** How long a letter's link works. */
    int LINK_DAYS = 30;

    /** The application as its applicant sees it; empty where the key opens nothing. */
    Optional<ApplicationPage> look(String key);

    /**
     * Keeps what has been typed.
     *
     * @return the form that is kept now: the given one, or a newer one that was there already
     * @throws Refused at a field whose text is too long to be kept; without a field where the application can't be changed now
     */
    ApplicationForm save(String key, ApplicationForm form);

    /**
     * Attaches the statute, instead of an earlier one. Takes a while: hold no transaction.
     *
     * @throws Refused at {@code statute}; without a field where the application can't be changed now
     */
    StoredFile attach(String key, String name, InputStream content);

    /** Takes the statute away. */
    void detach(String key);

    /** An address at which the applicant can read their statute, for ten minutes; empty where there is none. */
    Optional<String> statute(String key);

    /**
     * Sends the application, or the answer to a question. Before the address is confirmed the wish is remembered, and it is sent with the
     * confirmation. Sent already is no error.
     *
     * @return what still lacks, in the order of the fields; empty where it was sent
     */
    List<Refused> submit(String key);

    /** @throws Refused if it is being decided or is over */
    void withdraw(String key);

    /**
     * Asks to look at a declined application again; once, within 30 days.
     *
     * @throws Refused at {@code text}; without a field where it is too late or was done before
     */
    void appeal(String key, String text);

    /** Whom a letter of welcome lets in, if it still works. Changes nothing. */
    Optional<Welcome> lookWelcome(String token);

    /**
     * Uses a letter of welcome up: whoever holds it is the person, and the page signs them in.
     *
     * @return empty where the link no longer works
     */
    Optional<PersonId> welcome(String token);

    /**
     * @param applicant how the person is called
     * @param language of letters, and of what the applicant writes
     */
    record NewApplication(ApplicationId id, ApplicationKind kind, String applicant, String email, Language language) {

        /** Hides whose it is. */
        @Override
        public String toString() {
            return "NewApplication[" + id + "]";
        }
    }

    /** @param key the text of the key, for a cookie and nothing else */
    record Begun(ApplicationId id, String key) {

        /** Hides the key. */
        @Override
        public String toString() {
            return "Begun[" + id + "]";
        }
    }

    /** What the page behind a letter says before anything is pressed. */
    record Letterhead(ApplicationKind kind, String applicant, boolean confirmed, ApplicationState state) {}

    /** @param member the member whose page comes first: the person's own, or the organisation that they represent */
    record Welcome(String applicant, MemberCard member) {}

    /**
     * An application, for its applicant.
     *
     * @param version for nothing but the page's own ETag
     * @param sendsOnConfirmation whether it is sent as soon as the address is confirmed
     * @param lacks what stands between the form and sending it, in the order of the fields
     * @param question what the office wants to know, while it waits for that
     * @param reason why it was declined
     * @param association what the applicant wants to represent, once a member with that number is chosen
     * @param member the number that came of it
     */
    record ApplicationPage(
            ApplicationId id,
            long number,
            ApplicationKind kind,
            ApplicationState state,
            long version,
            Verdict verdict,
            List<GateLine> gates,
            String email,
            Language language,
            boolean confirmed,
            boolean sendsOnConfirmation,
            ApplicationForm form,
            @Nullable StoredFile statute,
            List<Refused> lacks,
            @Nullable String question,
            @Nullable String reason,
            @Nullable MemberCard association,
            @Nullable Long member,
            boolean mayEdit,
            boolean mayWithdraw,
            boolean mayAppeal,
            List<Step> history) {}

    /** What must be fulfilled before somebody belongs; independent of each other. */
    enum Gate {
        ADDRESS_CONFIRMED,
        FORM_COMPLETE,
        /** The yes of the office, or of the association. */
        ANSWER
    }

    /** @param passed false: this one blocks */
    record GateLine(Gate gate, boolean passed) {}

    /** What has happened. Who of the house did it, the applicant is not told. */
    record Step(What what, Instant at, @Nullable String text) {}

    /** What can happen to an application. */
    enum What {
        BEGUN,
        CONFIRMED,
        SUBMITTED,
        TAKEN,
        ASKED,
        ANSWERED,
        APPROVED,
        DECLINED,
        APPEALED,
        WITHDRAWN,
        LAPSED,
        /** It is not the same as one that looked so. The applicant does not see this. */
        TOLD_APART
    }
}
