package org.kvartal.accounts.domain;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kvartal.accounts.AccountsPages;
import org.kvartal.files.FileId;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.Erased;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonalRecords;
import org.kvartal.links.Links;
import org.kvartal.mail.Letter;
import org.kvartal.mail.Postbox;
import org.kvartal.mail.Recipient;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What accounts itself keeps about somebody. It goes when all other modules were asked once. */
@Component
class PeoplesRecords extends PersonalRecords {

    static final String FAREWELL = "accounts.letter.erased";

    private final CopyRoom copies;
    private final SignOuts signOuts;
    private final Files files;
    private final Links links;
    private final Postbox postbox;
    private final House house;
    private final WrongPasswords wrong;
    private final AccountRepository accounts;
    private final Clock clock;

    PeoplesRecords(
            JdbcClient jdbc,
            CopyRoom copies,
            SignOuts signOuts,
            Files files,
            Links links,
            Postbox postbox,
            House house,
            WrongPasswords wrong,
            AccountRepository accounts,
            Clock clock) {
        super(Profiles.MODULE, jdbc);
        this.copies = copies;
        this.signOuts = signOuts;
        this.files = files;
        this.links = links;
        this.postbox = postbox;
        this.house = house;
        this.wrong = wrong;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    protected List<Map.Entry<String, String>> kept() {
        return List.of(
                Map.entry(
                        "profile", "SELECT name, language, zone, joined_at AS \"when\" FROM person WHERE id = :person"),
                Map.entry(
                        "address",
                        "SELECT address, password_changed_at AS changed FROM account WHERE person = :person"),
                Map.entry("sign-ins", """
                        SELECT browser, system, network, begun_at AS "when", seen_at AS seen FROM sign_in
                         WHERE person = :person ORDER BY begun_at
                        """),
                Map.entry("browsers", "SELECT seen_at AS seen FROM known_browser WHERE person = :person"),
                Map.entry("roles", """
                        SELECT role, scope_kind AS kind, from_at AS since, to_at AS until FROM role_grant
                         WHERE person = :person ORDER BY from_at
                        """),
                Map.entry("suspension", "SELECT reason, since FROM suspension WHERE person = :person"),
                Map.entry("sign-ups", """
                        SELECT name, address, language, zone, begun_at AS "when" FROM sign_up WHERE address_folded = :address
                        """),
                Map.entry("copies", """
                        SELECT wanted_at AS "when", state FROM own_copy WHERE person = :person ORDER BY wanted_at
                        """));
    }

    @Override
    protected List<String> erasing() {
        return List.of(
                "DELETE FROM sign_up WHERE address_folded = :address",
                "DELETE FROM known_browser WHERE person = :person",
                "DELETE FROM suspension WHERE person = :person");
    }

    @Override
    public List<Sight> sights(Subject subject) {
        return List.of(
                Sight.of("accounts.sight.profile", AccountsPages.SETTINGS),
                Sight.of("accounts.sight.address", null),
                Sight.of("accounts.sight.sign-ins", AccountsPages.SETTINGS),
                Sight.of("accounts.sight.roles", null),
                Sight.of("accounts.sight.acts", null));
    }

    @Override
    public boolean erase(Erased erased) {
        super.erase(erased);
        copies.clear(erased.person());
        signOuts.endAll(Asker.house("erasure"), erased.person());
        endRoles(erased);
        wrong.forget(wrong.settingsKey(erased.person()));
        links.revoke(Passwords.RESET, erased.person().toString());
        links.revoke(ErasureBook.KEEP, erased.person().toString());
        Language language = Language.of(jdbc().sql("SELECT language FROM person WHERE id = :person")
                        .params(erased.values())
                        .query(String.class)
                        .single())
                .orElse(Language.EN);
        accounts.findById(erased.person().value()).ifPresent(account -> {
            wrong.forget(wrong.key(account.address()));
            postbox.post(Letter.about(
                    "accounts.erased:" + Ids.next(),
                    new Recipient(erased.name(), account.address().value(), language),
                    FAREWELL,
                    house.name()));
        });
        jdbc().sql("DELETE FROM account WHERE person = :person")
                .params(erased.values())
                .update();
        jdbc().sql("SELECT picture FROM person WHERE id = :person AND picture IS NOT NULL")
                .params(erased.values())
                .query(UUID.class)
                .list()
                .forEach(picture -> files.remove(new FileId(picture)));
        jdbc().sql("""
                UPDATE person SET former = :plain = '—', name = :plain, picture = NULL, zone = 'UTC', version = version + 1,
                       erased_at = coalesce(erased_at, :now)
                 WHERE id = :person
                """)
                .params(erased.values())
                .param("now", Columns.moment(clock.instant()))
                .update();
        return true;
    }

    private void endRoles(Erased erased) {
        for (String statement : List.of(
                "DELETE FROM role_grant WHERE person = :person AND from_at >= :now",
                "UPDATE role_grant SET to_at = :now WHERE person = :person AND (to_at IS NULL OR to_at > :now)")) {
            jdbc().sql(statement)
                    .params(erased.values())
                    .param("now", Columns.moment(clock.instant()))
                    .update();
        }
    }
}
