package org.kvartal.demo.domain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Refused;
import org.kvartal.seminars.CertificateState;
import org.kvartal.seminars.Certificates;
import org.kvartal.seminars.Certificates.CertificateLine;
import org.kvartal.seminars.Certificates.Eligible;
import org.kvartal.seminars.CheckIn;
import org.kvartal.seminars.Presence;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.SeminarDesk;
import org.kvartal.seminars.SeminarDesk.Day;
import org.kvartal.seminars.SeminarFeedback;
import org.kvartal.seminars.SeminarState;
import org.kvartal.seminars.Seminars;
import org.kvartal.seminars.Seminars.SeminarPage;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells of seminars that were held: who was there, what they thought of it, and what they have in hand. What stands already is told no second time. */
@Component
@ConditionalOnBooleanProperty("kvartal.demo")
class HeldSeminarsTelling {

    private final SeminarDesk desk;
    private final Seminars seminars;
    private final CheckIn checkIn;
    private final SeminarFeedback feedback;
    private final Certificates certificates;
    private final TransactionTemplate transaction;

    HeldSeminarsTelling(
            SeminarDesk desk,
            Seminars seminars,
            CheckIn checkIn,
            SeminarFeedback feedback,
            Certificates certificates,
            TransactionTemplate transaction) {
        this.desk = desk;
        this.seminars = seminars;
        this.checkIn = checkIn;
        this.feedback = feedback;
        this.certificates = certificates;
        this.transaction = transaction;
    }

    /** @param slug of a seminar that lies ahead and for which people are registered */
    void tell(SeminarPlot plot, String slug) {
        Map<String, Object> told = StoryFiles.map(plot.told().get("held"));
        hold(plot, slug, StoryFiles.map(told.get("present")));
        StoryFiles.items(told.get("voices")).forEach(voice -> judge(plot, slug, voice));
        certify(plot, StoryFiles.map(plot.told().get("certificates")));
    }

    private SeminarPage page(Asker asker, String slug) {
        return seminars.find(asker, slug).orElseThrow();
    }

    private SeminarState state(String slug) {
        return page(Demonstration.HOUSE, slug).card().state();
    }

    private long version(String slug) {
        return page(Demonstration.HOUSE, slug).card().version();
    }

    /** Who was there is noted together with the days, since the clock finishes by itself what is long over. */
    private void hold(SeminarPlot plot, String slug, Map<String, Object> present) {
        if (state(slug) == SeminarState.REGISTRATION_OPEN) {
            desk.closeRegistration(Demonstration.HOUSE, plot.id(), version(slug));
        }
        SeminarPage page = page(Demonstration.HOUSE, slug);
        if (page.card().state() == SeminarState.REGISTRATION_CLOSED
                && page.card().starts().toLocalDate().isAfter(plot.today())) {
            transaction.executeWithoutResult(_ -> {
                List<Day> days = plot.days(0);
                desk.plan(Demonstration.HOUSE, plot.id(), version(slug), days, plot.parts());
                present.forEach((key, how) -> mark(plot.registration(key), days, StoryFiles.words(how)));
            });
        }
        while (!state(slug).held()) {
            goOn(plot, slug);
        }
    }

    private void mark(RegistrationId registration, List<Day> days, List<String> how) {
        for (int i = 0; i < how.size(); i++) {
            checkIn.mark(
                    Demonstration.HOUSE,
                    registration,
                    days.get(i).id(),
                    Presence.valueOf(how.get(i).toUpperCase(Locale.ROOT)));
        }
    }

    private void goOn(SeminarPlot plot, String slug) {
        try {
            if (state(slug) == SeminarState.REGISTRATION_CLOSED) {
                desk.start(Demonstration.HOUSE, plot.id(), version(slug));
            } else {
                desk.finish(Demonstration.HOUSE, plot.id(), version(slug));
            }
        } catch (Refused theClockWasFaster) {
            // Looked at again.
        }
    }

    private void judge(SeminarPlot plot, String slug, Map<String, Object> voice) {
        Asker by = plot.person(voice, "person");
        boolean missing = page(by, slug).feedback().stream().anyMatch(wish -> wish.day() == null);
        if (missing) {
            feedback.give(
                    by,
                    plot.id(),
                    null,
                    Objects.requireNonNull(StoryFiles.number(voice, "points")),
                    StoryFiles.text(voice, "words"));
        }
    }

    private void certify(SeminarPlot plot, Map<String, Object> wish) {
        Asker by = plot.person(wish, "by");
        Set<RegistrationId> known = certificates.of(by, plot.id()).stream()
                .map(CertificateLine::registration)
                .collect(Collectors.toSet());
        var _ = certificates.issue(
                by,
                plot.id(),
                certificates.eligible(by, plot.id()).stream()
                        .map(Eligible::registration)
                        .filter(one -> !known.contains(one))
                        .toList());
        if (wish.containsKey("replaced")) {
            replace(plot, by, StoryFiles.map(wish.get("replaced")));
        }
        if (wish.containsKey("revoked")) {
            revoke(plot, by, StoryFiles.map(wish.get("revoked")));
        }
    }

    private void replace(SeminarPlot plot, Asker by, Map<String, Object> told) {
        List<CertificateLine> lines = lines(plot, by, told);
        if (lines.size() == 1) {
            var _ = certificates.replace(by, lines.getFirst().id(), StoryFiles.text(told, "name"));
        }
    }

    private void revoke(SeminarPlot plot, Asker by, Map<String, Object> told) {
        lines(plot, by, told).stream()
                .filter(line -> line.state() == CertificateState.ISSUED)
                .forEach(line ->
                        certificates.revoke(plot.person(told, "by"), line.id(), StoryFiles.text(told, "reason")));
    }

    private List<CertificateLine> lines(SeminarPlot plot, Asker by, Map<String, Object> whose) {
        RegistrationId wanted = plot.registration(StoryFiles.text(whose, "person"));
        return certificates.of(by, plot.id()).stream()
                .filter(line -> line.registration().equals(wanted))
                .toList();
    }
}
