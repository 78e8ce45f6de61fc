package org.kvartal.administration.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Correspondence;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseBook;
import org.kvartal.kernel.HouseBook.Section;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Refusals;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.mail.LetterServer;
import org.kvartal.mail.LetterServer.Encryption;
import org.kvartal.mail.LetterServers;
import org.kvartal.mail.LetterServers.Trial;
import org.kvartal.mail.Recipient;
import org.kvartal.site.Pace;
import org.kvartal.site.Pace.Limit;
import org.kvartal.site.TooOften;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Through which server the house sends its letters, and whether that works. */
@Component
public class LetterSettings {

    private static final int HOST_LENGTH = 253;
    private static final int USER_LENGTH = 254;
    private static final int PASSWORD_LENGTH = 500;
    private static final int LAST_PORT = 65_535;

    /** More than anybody needs to get a form right, and too few to look through a network with. */
    private static final Limit TRIALS = Limit.perHour(20);

    private final HouseSettings settings;
    private final HouseBook book;
    private final LetterServers servers;
    private final Permissions permissions;
    private final Correspondence correspondence;
    private final Pace pace = new Pace();

    LetterSettings(
            HouseSettings settings,
            HouseBook book,
            LetterServers servers,
            Permissions permissions,
            Correspondence correspondence) {
        this.settings = settings;
        this.book = book;
        this.servers = servers;
        this.permissions = permissions;
        this.correspondence = correspondence;
    }

    /**
     * What was typed about a server.
     *
     * @param port null where nothing was typed, or no number
     * @param password empty to keep the one that is there
     */
    public record ServerForm(
            String host, @Nullable Integer port, Encryption encryption, String user, String password, String from) {

        /** Hides the password. */
        @Override
        public String toString() {
            return "ServerForm[" + host + "]";
        }
    }

    /**
     * How letters are sent now. The password is never told.
     *
     * @param given whether the settings of the program name a server, so that nothing can be changed here
     * @param givenFrom the address that letters come from, where the settings of the program name it
     * @param server null where letters stay in the house
     */
    public record Standing(
            long version,
            boolean given,
            @Nullable String givenFrom,
            @Nullable LetterServer server,
            boolean hasPassword) {}

    @Transactional(readOnly = true)
    public Standing now(Asker by) {
        Section kept = settings.section(by, HouseBook.MAIL);
        return new Standing(
                kept.version(),
                servers.isGiven(),
                servers.givenSender().orElse(null),
                servers.in(kept).orElse(null),
                servers.hasPassword(kept));
    }

    @Transactional
    public void sendThrough(Asker by, long seen, ServerForm form) {
        permissions.check(by, HouseSettings.SET_UP, Scope.PLATFORM);
        requireOpen();
        LetterServer server = server(form, servers.givenSender());
        Section before = book.read(HouseBook.MAIL);
        requirePassword(form, server, before);
        settings.write(
                by,
                "administration.mail-changed",
                said(servers.in(before)) + " → " + said(Optional.of(server)),
                HouseBook.MAIL,
                seen,
                servers.written(server, form.password().isEmpty() ? null : form.password(), before));
    }

    /** Lets letters stay in the house from now on. */
    @Transactional
    public void keepLetters(Asker by, long seen) {
        permissions.check(by, HouseSettings.SET_UP, Scope.PLATFORM);
        requireOpen();
        Section before = book.read(HouseBook.MAIL);
        settings.write(
                by,
                "administration.mail-changed",
                said(servers.in(before)) + " → " + said(Optional.empty()),
                HouseBook.MAIL,
                seen,
                servers.written(null, null, before));
    }

    /**
     * Sends a letter to whoever asks, through what stands in the form, saved or not. Takes up to half a minute. It stays in the house where no server stands in
     * the form and none is set.
     *
     * @throws Refused where the form is wrong, or whoever asks has no address
     * @throws TooOften if many were sent
     */
    public Trial attempt(Asker by, ServerForm form) {
        permissions.check(by, HouseSettings.SET_UP, Scope.PLATFORM);
        Recipient me = me(by);
        Section kept = book.read(HouseBook.MAIL);
        if (form.host().isBlank() && servers.in(kept).isEmpty()) {
            slow(by);
            return servers.attempt(me);
        }
        LetterServer server = server(form, servers.givenSender());
        requirePassword(form, server, kept);
        slow(by);
        return servers.attempt(server, form.password().isEmpty() ? null : form.password(), kept, me);
    }

    /** The same through the server of the program's settings. */
    public Trial attempt(Asker by) {
        permissions.check(by, HouseSettings.SET_UP, Scope.PLATFORM);
        Recipient me = me(by);
        slow(by);
        return servers.attempt(me);
    }

    /** A borrowed session must not have the kept password sent to a server of its own. */
    private void requirePassword(ServerForm form, LetterServer server, Section kept) {
        if (form.password().isEmpty()
                && !server.user().isEmpty()
                && servers.hasPassword(kept)
                && servers.in(kept).filter(server::asksLike).isEmpty()) {
            throw Refused.at("mailPassword", "administration.refused.password-again");
        }
    }

    private void slow(Asker by) {
        var _ = pace.count("letter-trial", by.requirePerson().toString(), TRIALS);
    }

    private Recipient me(Asker by) {
        return correspondence
                .recipient(by.requirePerson())
                .orElseThrow(() -> Refused.because("administration.refused.no-address"));
    }

    /**
     * The server that was typed.
     *
     * @param givenSender whom letters come from whatever was typed
     * @throws Refused at the fields that are wrong
     */
    static LetterServer server(ServerForm form, Optional<String> givenSender) {
        Refusals refusals = new Refusals();
        String host = refusals.of("", () -> host(form.host()));
        int port = refusals.of(0, () -> port(form.port()));
        String user = refusals.of("", () -> Typed.line("user", form.user(), USER_LENGTH));
        String from = refusals.of("", () -> givenSender.orElseGet(() -> from(form.from())));
        refusals.check(() -> Typed.within("mailPassword", form.password(), PASSWORD_LENGTH));
        refusals.finish();
        return new LetterServer(host, port, form.encryption(), user, from);
    }

    private static String host(String typed) {
        String host = Typed.requiredLine("host", typed, HOST_LENGTH);
        if (!host.matches("[\\p{L}\\p{N}.:_-]+")) {
            throw Refused.at("host", "administration.refused.host");
        }
        return host;
    }

    private static int port(@Nullable Integer typed) {
        if (typed == null) {
            throw Refused.at("port", "kernel.refused.number", 1, LAST_PORT);
        }
        return Typed.number("port", typed, 1, LAST_PORT);
    }

    private static String from(String typed) {
        String from = Typed.requiredLine("from", typed, USER_LENGTH);
        try {
            return new Recipient("", from, Language.EN).address();
        } catch (IllegalArgumentException malformed) {
            throw Refused.at("from", "administration.refused.from");
        }
    }

    private void requireOpen() {
        if (servers.isGiven()) {
            throw Refused.at("host", "administration.refused.given", "spring.mail.host");
        }
    }

    private static String said(Optional<LetterServer> server) {
        return server.map(one -> one.host() + ":" + one.port()).orElse("–");
    }
}
