package org.kvartal.administration.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.FirstKeeper;
import org.kvartal.accounts.FirstKeeper.NewKeeper;
import org.kvartal.administration.domain.LetterSettings.ServerForm;
import org.kvartal.audit.AuditEntry;
import org.kvartal.audit.AuditSubject;
import org.kvartal.audit.AuditTrail;
import org.kvartal.files.FileOwner;
import org.kvartal.files.FilePages;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refusals;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.kvartal.mail.LetterServers;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes of an empty house somebody's own, with its first administrator, in one act: all of it or nothing. */
@Component
public class FirstStart {

    private final FirstKeeper keeper;
    private final HouseBook book;
    private final Files files;
    private final LetterServers servers;
    private final AuditTrail audit;
    private final Live live;
    private final TransactionTemplate transaction;

    FirstStart(
            FirstKeeper keeper,
            HouseBook book,
            Files files,
            LetterServers servers,
            AuditTrail audit,
            Live live,
            TransactionTemplate transaction) {
        this.keeper = keeper;
        this.book = book;
        this.files = files;
        this.servers = servers;
        this.audit = audit;
        this.live = live;
        this.transaction = transaction;
    }

    /**
     * What somebody typed who sets a house up.
     *
     * @param accent empty for the program's own colour
     * @param languages the house's first one first
     * @param letters null to let letters stay in the house for now
     */
    public record Beginning(
            String name,
            Preset preset,
            String accent,
            String address,
            List<Language> languages,
            String zone,
            NewKeeper keeper,
            @Nullable ServerForm letters) {}

    /** A picture as it was chosen. */
    public record ChosenMark(String name, InputStreamSource content) {}

    /** Whether the printed link still works. Changes nothing. */
    public boolean works(String token) {
        return keeper.works(token);
    }

    /** How many characters a password has at least. */
    public int shortestPassword() {
        return keeper.shortestPassword();
    }

    /** Whether the settings of the program say it, so that it isn't asked for. */
    public boolean isGiven(String property) {
        return book.isGiven(property);
    }

    /**
     * Sets the house up.
     *
     * @return its first administrator, empty where the link no longer works
     * @throws Refused at every field that is wrong
     */
    public Optional<PersonId> begin(String token, Beginning form, @Nullable ChosenMark mark) {
        if (!works(token)) {
            return Optional.empty();
        }
        Map<String, Map<String, String>> sections = sections(form);
        String picture = mark == null ? "" : kept(mark);
        return transaction.execute(_ -> {
            Optional<PersonId> person = keeper.make(token, form.keeper());
            person.ifPresent(made -> {
                if (!picture.isEmpty()) {
                    sections.computeIfAbsent(HouseBook.LOOK, _ -> new HashMap<>())
                            .put("mark", picture);
                }
                sections.forEach((section, values) ->
                        book.write(section, book.read(section).version(), values));
                audit.record(AuditEntry.of(
                        Asker.of(made),
                        "administration.house-begun",
                        new AuditSubject(HouseSettings.KIND, HouseSettings.HOUSE)));
                live.changed(HouseNews.TOPIC);
            });
            return person;
        });
    }

    /** What the program's own settings say is left to them. */
    private Map<String, Map<String, String>> sections(Beginning form) {
        Refusals refusals = new Refusals();
        Map<String, Map<String, String>> sections = new HashMap<>();
        if (!isGiven("kvartal.name")) {
            refusals.check(() -> sections.put(HouseBook.IDENTITY, Map.of("name", SettingsRules.name(form.name()))));
        }
        refusals.check(() -> {
            String accent = SettingsRules.accent(form.accent());
            if (!accent.isEmpty()) {
                sections.put(HouseBook.LOOK, new HashMap<>(Map.of("accent", accent)));
            }
        });
        if (!isGiven("kvartal.base-url")) {
            refusals.check(
                    () -> sections.put(HouseBook.ADDRESS, Map.of("base-url", SettingsRules.address(form.address()))));
        }
        refusals.check(() -> place(form).ifPresent(place -> sections.put(HouseBook.PLACE, place)));
        sections.put(
                HouseBook.MODULES,
                Map.of("resting", HouseSettings.codes(form.preset().resting())));
        ServerForm letters = form.letters();
        if (letters != null && !servers.isGiven()) {
            refusals.check(() -> sections.put(
                    HouseBook.MAIL,
                    servers.written(
                            LetterSettings.server(letters, servers.givenSender()),
                            letters.password(),
                            book.read(HouseBook.MAIL))));
        }
        keeper.problems(form.keeper()).forEach(refusals::wrong);
        refusals.finish();
        return sections;
    }

    private Optional<Map<String, String>> place(Beginning form) {
        Map<String, String> place = new HashMap<>();
        Refusals refusals = new Refusals();
        if (!isGiven("kvartal.languages")) {
            refusals.check(
                    () -> place.put("languages", HouseSettings.codes(SettingsRules.languages(form.languages()))));
        }
        if (!isGiven("kvartal.zone")) {
            refusals.check(() -> {
                ZoneId zone = SettingsRules.zone(form.zone());
                place.put("zone", zone.getId());
            });
        }
        refusals.finish();
        return place.isEmpty() ? Optional.empty() : Optional.of(place);
    }

    private String kept(ChosenMark mark) {
        try (InputStream content = mark.content().getInputStream()) {
            var owner = new FileOwner(HouseSettings.MODULE, HouseSettings.HOUSE);
            var file = files.accept(owner, mark.name(), content);
            if (!file.isPicture()) {
                files.remove(file.id());
                throw Refused.at("mark", "administration.field.mark-refused");
            }
            return FilePages.small(file.id());
        } catch (Refused refused) {
            throw Refused.at("mark", refused.key(), refused.arguments());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
