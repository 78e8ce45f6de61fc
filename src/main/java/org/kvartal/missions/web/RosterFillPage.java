package org.kvartal.missions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Code;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Refused;
import org.kvartal.missions.MissionPages;
import org.kvartal.missions.Rosters;
import org.kvartal.missions.Rosters.Emergency;
import org.kvartal.missions.Rosters.RosterPage;
import org.kvartal.missions.Rosters.TravellerContent;
import org.kvartal.missions.Rosters.TravellerLine;
import org.kvartal.missions.TravellerId;
import org.kvartal.missions.TravellerPart;
import org.kvartal.site.Form;
import org.kvartal.site.TooOften;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What the link of a delegation leads to: its roster, filled in without an account. Whom to call in an emergency is never shown again; a row without a name is none. Works without
 * scripts: rows that are done or not begun are folded, and more of them come by a button that saves nothing.
 */
@Controller
class RosterFillPage {

    private static final List<String> FIELDS = List.of(
            "id",
            "name",
            "part",
            "role",
            "email",
            "phone",
            "languages",
            "needs",
            "document",
            "emergencyName",
            "emergencyPhone",
            "kept",
            "forget",
            "gone");

    private static final int EMPTY_ROWS = 2;

    /** As many rows as most delegations need stand there at first, all but one folded. */
    private static final int FIRST_ROWS = 4;

    /** No row. */
    private static final int NONE = -1;

    private final Rosters rosters;
    private final LinkPages links;
    private final Messages messages;

    RosterFillPage(Rosters rosters, LinkPages links, Messages messages) {
        this.rosters = rosters;
        this.links = links;
        this.messages = messages;
    }

    @GetMapping(MissionPages.ROSTER + "/{token}")
    String look(
            @PathVariable String token,
            @RequestParam(name = "language", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            links.look(request);
        } catch (TooOften tooOften) {
            return gone(wanted, token, tooOften, response, model);
        }
        Optional<RosterPage> page = rosters.look(token);
        if (page.isEmpty()) {
            return gone(wanted, token, null, response, model);
        }
        return show(wanted, token, page.get(), form(page.get()), rows(page.get()), NONE, response, model);
    }

    @PostMapping(MissionPages.ROSTER + "/{token}")
    String fill(
            @PathVariable String token,
            @RequestParam(name = "language", required = false) @Nullable String wanted,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<RosterPage> standing = rosters.look(token);
        if (standing.isEmpty()) {
            return gone(wanted, token, null, response, model);
        }
        RosterPage page = standing.get();
        int rows = rows(request);
        Form form = form(request, rows);
        Language language = LinkPages.language(wanted, page.language());
        try {
            links.say(request);
            if (Form.field(request, "step").equals("more")) {
                int more = Math.min(rows + EMPTY_ROWS, Rosters.MOST_TRAVELLERS);
                return show(wanted, token, page, form, more, rows, response, model);
            }
            Optional<RosterPage> filled = send(token, form, rows);
            return filled.isEmpty()
                    ? gone(wanted, token, null, response, model)
                    : saved(wanted, token, filled.get(), response, model);
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Form wrong = form.refusing(refused.all(), messages, language);
            return show(wanted, token, page, wrong, rows, NONE, response, model);
        } catch (TooOften tooOften) {
            tooOften.answer(response);
            Form later = form.troubled(tooOften, messages, language);
            return show(wanted, token, page, later, rows, NONE, response, model);
        }
    }

    private String saved(
            @Nullable String wanted, String token, RosterPage page, HttpServletResponse response, Model model) {
        model.addAttribute("saved", true);
        return show(wanted, token, page, form(page), rows(page), NONE, response, model);
    }

    private Optional<RosterPage> send(String token, Form form, int rows) {
        List<TravellerContent> travellers = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            if (!form.value(at("gone", row)).isEmpty()) {
                continue;
            }
            if (!form.value(at("name", row)).isBlank()) {
                travellers.add(traveller(form, row));
                places.add(row);
            } else if (said(form, row)) {
                throw Refused.at(at("name", row), "missions.refused.missing");
            }
        }
        try {
            return rosters.fill(token, travellers);
        } catch (Refused refused) {
            throw inRows(refused, places);
        }
    }

    /** The house counts those who were named; the page counts its rows. */
    private static Refused inRows(Refused refused, List<Integer> places) {
        String field = refused.field();
        if (field == null || !field.startsWith("travellers")) {
            return refused;
        }
        if (field.equals("travellers")) {
            return Refused.at(at("name", 0), refused.key(), refused.arguments());
        }
        String[] parts = field.split("\\.", 3);
        return Refused.at(at(parts[2], places.get(Integer.parseInt(parts[1]))), refused.key(), refused.arguments());
    }

    private static boolean said(Form form, int row) {
        return FIELDS.stream()
                .filter(field -> !field.equals("id") && !field.equals("part") && !field.equals("kept"))
                .anyMatch(field -> !form.value(at(field, row)).isBlank());
    }

    private static TravellerContent traveller(Form form, int row) {
        return new TravellerContent(
                id(form.value(at("id", row))),
                form.value(at("name", row)),
                Arrays.stream(TravellerPart.values())
                        .filter(part -> Code.of(part).equals(form.value(at("part", row))))
                        .findFirst()
                        .orElse(TravellerPart.DELEGATE),
                form.value(at("role", row)),
                form.value(at("email", row)),
                form.value(at("phone", row)),
                form.value(at("languages", row)),
                form.value(at("needs", row)),
                TypedWhen.dayOrNull(at("document", row), form.value(at("document", row))),
                emergency(form, row));
    }

    /** What stays empty stays as it was said before, unless it is to be forgotten. */
    private static @Nullable Emergency emergency(Form form, int row) {
        String name = form.value(at("emergencyName", row));
        String phone = form.value(at("emergencyPhone", row));
        if (!form.value(at("forget", row)).isEmpty()) {
            return new Emergency("", "");
        }
        if (name.isBlank() && phone.isBlank()) {
            return null;
        }
        if (phone.isBlank()) {
            throw Refused.at(at("emergencyPhone", row), "missions.refused.missing");
        }
        return new Emergency(name, phone);
    }

    private static TravellerId id(String typed) {
        try {
            return TravellerId.of(typed);
        } catch (IllegalArgumentException none) {
            return TravellerId.next();
        }
    }

    static String at(String field, int row) {
        return field + "." + row;
    }

    private static int rows(RosterPage page) {
        return Math.clamp(page.travellers().size() + EMPTY_ROWS, FIRST_ROWS, Rosters.MOST_TRAVELLERS);
    }

    private static int rows(HttpServletRequest request) {
        String typed = Form.field(request, "rows");
        return typed.matches("[0-9]{1,3}") ? Math.clamp(Integer.parseInt(typed), 1, Rosters.MOST_TRAVELLERS) : 1;
    }

    private static Form form(HttpServletRequest request, int rows) {
        List<String> fields = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (String field : FIELDS) {
                fields.add(at(field, row));
            }
        }
        return Form.of(request, fields.toArray(String[]::new));
    }

    private static Form form(RosterPage page) {
        Map<String, String> typed = new LinkedHashMap<>();
        if (page.travellers().isEmpty()) {
            typed.put(at("name", 0), page.head());
            typed.put(at("part", 0), Code.of(TravellerPart.HEAD));
        }
        for (int row = 0; row < page.travellers().size(); row++) {
            TravellerLine line = page.travellers().get(row);
            TravellerContent one = line.content();
            LocalDate document = one.document();
            typed.put(at("id", row), one.id().toString());
            typed.put(at("name", row), one.name());
            typed.put(at("part", row), Code.of(one.part()));
            typed.put(at("role", row), one.role());
            typed.put(at("email", row), one.email());
            typed.put(at("phone", row), one.phone());
            typed.put(at("languages", row), one.languages());
            typed.put(at("needs", row), one.needs());
            typed.put(at("document", row), document == null ? "" : document.toString());
            typed.put(at("kept", row), line.emergency() ? "yes" : "");
        }
        return Form.of(typed);
    }

    /** Rows that are being written, or in which something is wrong. */
    private static Set<Integer> open(RosterPage roster, Form form, int rows, int fresh) {
        Set<Integer> open = new HashSet<>(Set.of(fresh));
        if (roster.travellers().isEmpty()) {
            open.add(0);
        }
        for (int row = 0; row < rows; row++) {
            int here = row;
            boolean begun = form.value(at("id", row)).isEmpty() && said(form, row);
            if (begun || FIELDS.stream().anyMatch(field -> form.error(at(field, here)) != null)) {
                open.add(row);
            }
        }
        return open;
    }

    /** Rows whose document ends before the mission does. */
    private static Set<Integer> endsShort(RosterPage roster, Form form, int rows) {
        Set<Integer> all = new TreeSet<>();
        for (int row = 0; row < rows; row++) {
            try {
                LocalDate document = TypedWhen.dayOrNull(at("document", row), form.value(at("document", row)));
                if (document != null && document.isBefore(roster.ends())) {
                    all.add(row);
                }
            } catch (Refused noDay) {
                // Said beside the field once it is sent.
            }
        }
        return all;
    }

    private String gone(
            @Nullable String wanted,
            String token,
            @Nullable TooOften tooOften,
            HttpServletResponse response,
            Model model) {
        return links.gone(
                MissionPages.ROSTER, LinkPages.language(wanted, Language.EN), token, tooOften, response, model);
    }

    private String show(
            @Nullable String wanted,
            String token,
            RosterPage roster,
            Form form,
            int rows,
            int fresh,
            HttpServletResponse response,
            Model model) {
        Language language = LinkPages.language(wanted, roster.language());
        model.addAttribute("roster", roster);
        model.addAttribute("form", form);
        model.addAttribute("rows", rows);
        model.addAttribute("fresh", fresh);
        model.addAttribute("open", open(roster, form, rows, fresh));
        model.addAttribute("endsShort", endsShort(roster, form, rows));
        model.addAttribute("parts", TravellerPart.values());
        model.addAttribute("purge", Rosters.PURGE_DAYS);
        model.addAttribute("most", Rosters.MOST_TRAVELLERS);
        model.addAttribute("token", token);
        return links.page(
                "missions/roster",
                language,
                MissionPages.ROSTER + "/" + token,
                roster.code() + " · " + roster.delegation(),
                response,
                model);
    }
}
