package org.kvartal.administration.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.FirstKeeper.NewKeeper;
import org.kvartal.administration.domain.FirstStart.Beginning;
import org.kvartal.administration.domain.LetterSettings.ServerForm;
import org.kvartal.administration.domain.Preset;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.mail.LetterServer.Encryption;
import org.kvartal.site.Form;

/**
 * The form of the first start as it is shown and read.
 *
 * @param languages the codes of those that are ticked
 */
record FirstStartForm(Form form, List<String> languages) {

    /** The colour that the page shows until one is chosen. */
    static final String PROPOSED = "#b8432f";

    private static final String[] FIELDS = {
        "name",
        "preset",
        "own",
        "accent",
        "address",
        "first",
        "zone",
        "person",
        "email",
        "password",
        "language",
        "host",
        "port",
        "encryption",
        "user",
        "mailPassword",
        "from"
    };

    /** What the page begins with: the language it is read in, and the address at which it was opened. */
    static FirstStartForm empty(HttpServletRequest request, House house, Language language) {
        Map<String, String> typed = new HashMap<>();
        typed.put("preset", Preset.SMALL.name());
        typed.put("accent", PROPOSED);
        typed.put("address", opened(request, house));
        typed.put("first", language.code());
        typed.put("language", language.code());
        typed.put("zone", "");
        typed.put("port", "587");
        typed.put("encryption", Encryption.STARTTLS.name());
        return new FirstStartForm(Form.of(typed), List.of(language.code()));
    }

    static FirstStartForm of(HttpServletRequest request, Language language) {
        Map<String, String> typed = new HashMap<>(Form.of(request, FIELDS).typed());
        typed.put("language", language.code());
        String accent = typed.getOrDefault("accent", "");
        if (!accent.isBlank() && !accent.equalsIgnoreCase(PROPOSED)) {
            typed.put("own", "yes");
        }
        String[] ticked = request.getParameterValues("languages");
        return new FirstStartForm(
                Form.of(typed),
                withFirst(
                        ticked == null ? List.of() : List.of(ticked),
                        typed.getOrDefault("first", ""),
                        language.code()));
    }

    /** A first language that was chosen is meant, also where its box was not ticked. The proposed one may have been unticked. */
    private static List<String> withFirst(List<String> ticked, String first, String proposed) {
        if (first.equals(proposed)
                || ticked.contains(first)
                || Language.of(first).isEmpty()) {
            return ticked;
        }
        List<String> more = new ArrayList<>(ticked);
        more.add(first);
        return List.copyOf(more);
    }

    /** @param houses the zone where the browser named none */
    Beginning beginning(ZoneId houses) {
        String first = form.value("first");
        List<Language> offered = new ArrayList<>();
        Language.of(first).filter(one -> languages.contains(one.code())).ifPresent(offered::add);
        Arrays.stream(Language.values())
                .filter(one -> languages.contains(one.code()) && !offered.contains(one))
                .forEach(offered::add);
        ZoneId zone = zone(houses);
        Language read = Language.of(form.value("language")).orElse(Language.EN);
        return new Beginning(
                form.value("name"),
                form.value("preset").equals(Preset.FEDERATION.name()) ? Preset.FEDERATION : Preset.SMALL,
                form.value("own").isEmpty() ? "" : form.value("accent"),
                form.value("address"),
                offered,
                zone.getId(),
                new NewKeeper(
                        form.value("person"),
                        form.value("email"),
                        form.value("password"),
                        offered.isEmpty() || offered.contains(read) ? read : offered.getFirst(),
                        zone),
                form.value("host").isBlank() ? null : letters());
    }

    /** The zone to propose where the browser names none: that of the machine if it is a place, since many a server's clock has none. */
    static ZoneId proposed(ZoneId machines, ZoneId houses) {
        String id = machines.getId();
        return id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/") ? machines : houses;
    }

    ZoneId zone(ZoneId otherwise) {
        String zone = form.value("zone");
        return ZoneId.getAvailableZoneIds().contains(zone) ? ZoneId.of(zone) : otherwise;
    }

    private ServerForm letters() {
        return new ServerForm(
                form.value("host"),
                number(form.value("port")),
                Arrays.stream(Encryption.values())
                        .filter(one -> one.name().equals(form.value("encryption")))
                        .findFirst()
                        .orElse(Encryption.STARTTLS),
                form.value("user"),
                form.value("mailPassword"),
                form.value("from"));
    }

    private static @Nullable Integer number(String typed) {
        try {
            return Integer.valueOf(typed.strip());
        } catch (NumberFormatException none) {
            return null;
        }
    }

    private static String opened(HttpServletRequest request, House house) {
        String host = request.getHeader("Host");
        return host == null || !host.matches("[\\w.:\\[\\]-]+")
                ? house.baseUrl()
                : URI.create(request.getScheme() + "://" + host).toString();
    }
}
