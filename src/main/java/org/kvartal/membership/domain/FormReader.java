package org.kvartal.membership.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refusals;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.membership.ApplicationForm;
import org.kvartal.membership.ApplicationKind;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.kvartal.membership.Registration;
import org.springframework.stereotype.Component;

/** Reads what was typed into a form: either everything is right, or each field that is not says so. */
@Component
class FormReader {

    private final KeptSectors sectors;
    private final KeptPlaces places;
    private final MemberReads members;
    private final House house;
    private final Clock clock;

    FormReader(KeptSectors sectors, KeptPlaces places, MemberReads members, House house, Clock clock) {
        this.sectors = sectors;
        this.places = places;
        this.members = members;
        this.house = house;
        this.clock = clock;
    }

    /** @param filled null where there are problems */
    record Read(List<Refused> problems, @Nullable FilledForm filled) {

        FilledForm required() {
            return Objects.requireNonNull(filled);
        }
    }

    Read read(ApplicationKind kind, Language language, ApplicationForm form, boolean statute) {
        var reading = new Refusals();
        String applicant = reading.of("", () -> Entered.personName("applicant", form.applicant()));
        boolean organisation = kind.organisation();
        boolean member = kind.member().isPresent();
        String position = kind.member().isPresent() && !organisation
                ? ""
                : reading.of("", () -> Typed.requiredLine("position", form.position(), Entered.LINE_LENGTH));
        LocalizedText unnamed = LocalizedText.of(language, "–");
        LocalizedText name = organisation
                ? reading.of(unnamed, () -> Entered.names(form.names(), language))
                : applicant.isEmpty() ? unnamed : LocalizedText.of(language, applicant);
        String ownName = member ? reading.of("", () -> Typed.line("ownName", form.ownName(), Entered.NAME_LENGTH)) : "";
        Registration registration = organisation
                ? reading.ofNullable(() -> Registration.typed(form.registrationScheme(), form.registrationNumber()))
                : null;
        String place = member ? reading.ofNullable(() -> place(form)) : null;
        String city = member && place == null
                ? reading.of("", () -> Typed.line("city", form.city(), Entered.LINE_LENGTH))
                : "";
        Set<String> known = member && !form.sectors().isEmpty() ? sectors.codes() : Set.of();
        List<String> chosen = member
                ? reading.of(
                        List.<String>of(),
                        () -> Entered.sectors("sectors", form.sectors(), known, kind != ApplicationKind.AUTHORITY))
                : List.of();
        String website =
                member ? reading.of("", () -> Typed.link("website", form.website(), Entered.WEBSITE_LENGTH)) : "";
        String description = member
                ? reading.of(
                        "", () -> Typed.requiredBlock("description", form.description(), Entered.DESCRIPTION_LENGTH))
                : "";
        Integer founded = organisation
                ? reading.ofNullable(
                        () -> Entered.founded("founded", Entered.number("founded", form.founded()), thisYear()))
                : null;
        Integer size = organisation
                ? reading.ofNullable(() -> Entered.size("size", Entered.number("size", form.size())))
                : null;
        MemberId association = member ? null : reading.ofNullable(() -> association(form));
        if (!member && form.wish() == null) {
            reading.wrong(Refused.at("wish", "membership.refused.choose"));
        }
        if (kind.needsStatute() && !statute) {
            reading.wrong(Refused.at("statute", "membership.refused.statute-missing"));
        }
        FilledForm filled = new FilledForm(
                applicant,
                position,
                name,
                ownName,
                registration,
                place,
                city,
                chosen,
                website,
                description.isEmpty() ? null : LocalizedText.of(language, description),
                founded,
                size,
                association,
                member ? null : form.wish());
        List<Refused> problems = reading.problems();
        return new Read(problems, problems.isEmpty() ? filled : null);
    }

    private @Nullable String place(ApplicationForm form) {
        String code = PlainText.line(form.place());
        if (code.isEmpty()) {
            if (PlainText.line(form.city()).isEmpty()) {
                throw Refused.at("place", "membership.refused.place-missing");
            }
            return null;
        }
        if (places.find(code).isEmpty()) {
            throw Refused.at("place", "membership.refused.place-unknown");
        }
        return code;
    }

    private MemberId association(ApplicationForm form) {
        try {
            return members.byNumber(Long.parseLong(PlainText.line(form.association())))
                    .filter(card -> card.kind().organisation())
                    .map(MemberCard::id)
                    .filter(id -> members.current(List.of(id)).contains(id))
                    .orElseThrow(FormReader::unknownAssociation);
        } catch (NumberFormatException notANumber) {
            throw unknownAssociation();
        }
    }

    private static Refused unknownAssociation() {
        return Refused.at("association", "membership.refused.association");
    }

    private int thisYear() {
        return LocalDate.ofInstant(clock.instant(), house.zone()).getYear();
    }
}
