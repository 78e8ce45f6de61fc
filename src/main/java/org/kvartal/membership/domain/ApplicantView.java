package org.kvartal.membership.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.files.Files;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.ApplicationState;
import org.kvartal.membership.Joining.ApplicationPage;
import org.kvartal.membership.Joining.Gate;
import org.kvartal.membership.Joining.GateLine;
import org.kvartal.membership.Joining.Step;
import org.kvartal.membership.Joining.What;
import org.kvartal.membership.MemberCard;
import org.kvartal.membership.MemberId;
import org.springframework.stereotype.Component;

/** An application as its applicant sees it. */
@Component
class ApplicantView {

    private final Verdicts verdicts;
    private final Submissions submissions;
    private final ApplicationLog log;
    private final MemberReads members;
    private final Files files;
    private final HouseClock day;

    ApplicantView(
            Verdicts verdicts,
            Submissions submissions,
            ApplicationLog log,
            MemberReads members,
            Files files,
            HouseClock day) {
        this.verdicts = verdicts;
        this.submissions = submissions;
        this.log = log;
        this.members = members;
        this.files = files;
        this.day = day;
    }

    ApplicationPage of(Application application) {
        ApplicationState state = application.state();
        List<Refused> lacks = state.editable() ? submissions.read(application).problems() : List.of();
        return new ApplicationPage(
                application.id(),
                application.number(),
                application.kind(),
                state,
                application.version(),
                verdicts.of(application),
                List.of(
                        new GateLine(
                                Gate.ADDRESS_CONFIRMED, application.applicant().confirmed()),
                        new GateLine(Gate.FORM_COMPLETE, lacks.isEmpty()),
                        new GateLine(Gate.ANSWER, state == ApplicationState.APPROVED)),
                application.applicant().address(),
                application.applicant().language(),
                application.applicant().confirmed(),
                application.sendsOnConfirmation(),
                application.form(),
                application.statute().flatMap(files::find).orElse(null),
                lacks,
                state == ApplicationState.MORE_INFO
                        ? application.course().question().orElse(null)
                        : null,
                state == ApplicationState.DECLINED
                        ? application.course().reason().orElse(null)
                        : null,
                association(application).orElse(null),
                member(application.member()),
                state.editable(),
                application.course().mayWithdraw(),
                application.course().mayAppeal(day.now()),
                log.of(application.id()).stream()
                        .filter(entry -> entry.what() != What.TOLD_APART)
                        .map(entry -> new Step(entry.what(), entry.at(), entry.text()))
                        .toList());
    }

    private Optional<MemberCard> association(Application application) {
        String number = PlainText.line(application.form().association());
        try {
            return number.isEmpty()
                    ? Optional.empty()
                    : members.byNumber(Long.parseLong(number))
                            .filter(card -> card.kind().organisation());
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private @Nullable Long member(Optional<MemberId> id) {
        return id.flatMap(member ->
                        Optional.ofNullable(members.cards(List.of(member)).get(member)))
                .map(MemberCard::number)
                .orElse(null);
    }
}
