package org.kvartal.accounts.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.accounts.DisplayName;
import org.kvartal.accounts.Erasures;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.kernel.Wording;
import org.kvartal.links.LinkPurpose;
import org.kvartal.links.Links;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps who wants to be erased and until when they may change their mind; {@link ErasureWork} does it. */
@Component
class ErasureBook implements Erasures {

    static final LinkPurpose KEEP = new LinkPurpose("accounts.keep-account");

    private static final String WAITING = """
            SELECT e.person, e.name, e.due_at, e.asked_by IS NOT DISTINCT FROM e.person AS own
              FROM erasure e WHERE e.person = :person AND e.done_at IS NULL AND e.due_at > :now
            """;

    private final JdbcClient jdbc;
    private final PersonRepository people;
    private final AccountRepository accounts;
    private final PasswordHashes hashes;
    private final WrongPasswords wrong;
    private final Administrators administrators;
    private final PersonLocks locks;
    private final Permissions permissions;
    private final SignOuts signOuts;
    private final ErasedList list;
    private final Links links;
    private final Postbox postbox;
    private final House house;
    private final Messages messages;
    private final Wording wording;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ErasureBook(
            JdbcClient jdbc,
            PersonRepository people,
            AccountRepository accounts,
            PasswordHashes hashes,
            WrongPasswords wrong,
            Administrators administrators,
            PersonLocks locks,
            Permissions permissions,
            SignOuts signOuts,
            ErasedList list,
            Links links,
            Postbox postbox,
            House house,
            Messages messages,
            Wording wording,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.accounts = accounts;
        this.hashes = hashes;
        this.wrong = wrong;
        this.administrators = administrators;
        this.locks = locks;
        this.permissions = permissions;
        this.signOuts = signOuts;
        this.list = list;
        this.links = links;
        this.postbox = postbox;
        this.house = house;
        this.messages = messages;
        this.wording = wording;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void ask(Asker asker, String password, Wish wish) {
        PersonId person = asker.requirePerson();
        Account account = accounts.findById(person.value()).orElseThrow(Forbidden::new);
        WrongPasswords.Key key = wrong.settingsKey(person);
        wrong.expect(key);
        if (!hashes.matches(password, account.password())) {
            throw Refused.at("password", "accounts.password.not-present");
        }
        wrong.forget(key);
        transaction.executeWithoutResult(_ -> begin(asker, person, wish, null));
    }

    @Override
    @Transactional
    public void order(Asker by, PersonId person, Wish wish, String reason) {
        permissions.check(by, CARRY_OUT, Scope.PLATFORM);
        if (by.person().filter(person::equals).isPresent()) {
            throw new Forbidden();
        }
        begin(by, person, wish, Typed.requiredBlock("reason", reason, LONGEST_REASON));
    }

    private void begin(Asker by, PersonId id, Wish wish, @Nullable String reason) {
        String shown = wish.shownName() == null
                ? null
                : DisplayName.of(wish.shownName()).value();
        administrators.lock();
        locks.lock(id);
        administrators.spare(id);
        Person person = people.findById(id.value()).orElseThrow(NotFound::new);
        Optional<Account> account = accounts.findById(id.value());
        Instant now = clock.instant();
        Instant due = now.plus(WAIT);
        boolean begun = !person.erased()
                && jdbc.sql("""
                        INSERT INTO erasure (person, asked_by, asked_at, due_at, closed, shown_name, certificates, name, address)
                        VALUES (:person, :by, :now, :due, :closed, :shown, :certificates, :name, :address)
                        ON CONFLICT DO NOTHING
                        """)
                                .param("person", id.value())
                                .param("by", by.person().map(PersonId::value).orElse(null))
                                .param("now", Columns.moment(now))
                                .param("due", Columns.moment(due))
                                .param("closed", close(person, now))
                                .param("shown", shown)
                                .param("certificates", wish.certificates())
                                .param("name", person.name())
                                .param(
                                        "address",
                                        account.map(known -> known.address().folded())
                                                .orElse(null))
                                .update()
                        == 1;
        if (!begun) {
            return;
        }
        audit.record(AuditEntry.of(by, "accounts.erasure-asked", subject(id))
                .with("due", due)
                .because(reason));
        signOuts.endAll(by, id);
        account.ifPresent(known -> tell(known, person, due));
    }

    /** Nobody signs in meanwhile; whoever was kept out already stays so whatever becomes of this. */
    private boolean close(Person person, Instant now) {
        return jdbc.sql("""
                INSERT INTO suspension (person, reason, by_person, since) VALUES (:person, :reason, NULL, :now)
                ON CONFLICT DO NOTHING
                """)
                        .param("person", person.id().value())
                        .param("reason", messages.text(person.language(), "accounts.erase.closed"))
                        .param("now", Columns.moment(now))
                        .update()
                == 1;
    }

    private void tell(Account account, Person person, Instant due) {
        Duration life = WAIT;
        String token = links.issue(KEEP, person.id().toString(), life).value();
        postbox.post(Letter.about(
                        "accounts.erasure:" + Ids.next(),
                        new Recipient(person.name(), account.address().value(), person.language()),
                        "accounts.letter.erasure",
                        house.name(),
                        wording.day(due, person.language(), house.zone()))
                .withSecretButton(house.address(AccountsPages.keepAccount(token, person.language()))));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Waiting> waiting(Asker by, PersonId person) {
        boolean may = by.person().filter(person::equals).isPresent() || permissions.has(by, CARRY_OUT, Scope.PLATFORM);
        return may ? find(person) : Optional.empty();
    }

    @Override
    @Transactional
    public void keep(Asker by, PersonId person) {
        permissions.check(by, CARRY_OUT, Scope.PLATFORM);
        locks.lock(person);
        stop(by, person);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Waiting> look(String token) {
        return links.look(token, KEEP)
                .map(link -> new PersonId(UUID.fromString(link.subject())))
                .flatMap(this::find);
    }

    @Override
    @Transactional
    public boolean keep(String token) {
        return links.look(token, KEEP)
                .map(link -> new PersonId(UUID.fromString(link.subject())))
                .filter(person -> {
                    // The person before the link, as an administrator who stops it does: two who do so at once wait
                    // here.
                    locks.lock(person);
                    return links.redeem(token, KEEP).isPresent() && stop(Asker.of(person), person);
                })
                .isPresent();
    }

    private boolean stop(Asker by, PersonId person) {
        Optional<Boolean> closed = jdbc.sql("""
                DELETE FROM erasure WHERE person = :person AND done_at IS NULL AND due_at > :now AND cardinality(done) = 0
                RETURNING closed
                """)
                .param("person", person.value())
                .param("now", Columns.moment(clock.instant()))
                .query(Boolean.class)
                .optional();
        closed.filter(Boolean::booleanValue)
                .ifPresent(_ -> jdbc.sql("DELETE FROM suspension WHERE person = :person AND by_person IS NULL")
                        .param("person", person.value())
                        .update());
        closed.ifPresent(_ -> {
            links.revoke(KEEP, person.toString());
            audit.record(AuditEntry.of(by, "accounts.erasure-stopped", subject(person)));
        });
        return closed.isPresent();
    }

    @Override
    @Transactional
    public void applyAgain() {
        String[] hashes = list.all().toArray(String[]::new);
        if (hashes.length == 0) {
            return;
        }
        jdbc.sql("""
                INSERT INTO erasure (person, asked_by, asked_at, due_at, closed, shown_name, certificates, name, address)
                SELECT p.id, NULL, :now, :now, false, NULL, true, p.name, a.address_folded
                  FROM person p LEFT JOIN account a ON a.person = p.id
                 WHERE p.erased_at IS NULL AND encode(sha256(convert_to(p.id::text, 'UTF8')), 'hex') = ANY (:hashes)
                ON CONFLICT (person) DO UPDATE SET due_at = least(erasure.due_at, excluded.due_at) WHERE erasure.done_at IS NULL
                """)
                .param("now", Columns.moment(clock.instant()))
                .param("hashes", hashes)
                .update();
    }

    private Optional<Waiting> find(PersonId person) {
        return jdbc.sql(WAITING)
                .param("person", person.value())
                .param("now", Columns.moment(clock.instant()))
                .query(ErasureBook::waiting)
                .optional();
    }

    private static Waiting waiting(ResultSet row, int index) throws SQLException {
        return new Waiting(
                Columns.person(row, "person"),
                row.getString("name"),
                Columns.moment(row, "due_at"),
                row.getBoolean("own"));
    }

    static AuditSubject subject(PersonId person) {
        return new AuditSubject(Newcomers.PERSON, person.value());
    }
}
