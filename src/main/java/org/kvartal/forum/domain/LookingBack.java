package org.kvartal.forum.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.forum.MinutesDesk.LookBack;
import org.kvartal.forum.MinutesDesk.Looked;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.OutcomeProgress.Progress;
import org.kvartal.forum.Outcomes.OutcomeLine;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.springframework.stereotype.Component;

/** What a session begins with: what came out of the last one, and what is open from those before. */
@Component
class LookingBack {

    private final SnapshotReads snapshots;
    private final SessionReads sessions;
    private final MinutesReads minutes;
    private final OutcomeReads outcomes;

    LookingBack(SnapshotReads snapshots, SessionReads sessions, MinutesReads minutes, OutcomeReads outcomes) {
        this.snapshots = snapshots;
        this.sessions = sessions;
        this.minutes = minutes;
        this.outcomes = outcomes;
    }

    Optional<LookBack> at(Asker asker, String text, Language language) {
        return at(
                text,
                asker,
                code -> outcomes.lookBack(asker, code, MinutesDesk.LOOK_BACK),
                lines -> outcomes.progress(asker, lines, language),
                card -> minutes.readable(asker, card));
    }

    /** The same as everybody who belongs to the house may read it. */
    Optional<LookBack> forMembers(String text, Language language) {
        return at(
                text,
                ForumTrail.HOUSE,
                code -> outcomes.lookBackForMembers(code, MinutesDesk.LOOK_BACK),
                lines -> outcomes.progressForMembers(lines, language),
                minutes::readableForMembers);
    }

    private Optional<LookBack> at(
            String text,
            Asker asker,
            Function<SessionCode, List<OutcomeLine>> read,
            Function<List<OutcomeLine>, Map<OutcomeId, Progress>> stand,
            Predicate<SessionCard> readable) {
        SessionCode code = SessionCode.of(text).orElse(null);
        SessionId last = code == null ? null : snapshots.find(text).orElse(null);
        if (code == null || last == null) {
            return Optional.empty();
        }
        List<OutcomeLine> lines = read.apply(code);
        Set<SessionId> of = new HashSet<>(Set.of(last));
        lines.forEach(line -> of.add(line.session()));
        Map<SessionId, SessionCard> cards = sessions.cards(asker, of);
        SessionCard card = cards.get(last);
        if (card == null) {
            return Optional.empty();
        }
        Map<OutcomeId, Progress> progress = stand.apply(lines);
        List<Looked> looked = new ArrayList<>();
        for (OutcomeLine line : lines) {
            SessionCard its = cards.get(line.session());
            Progress stands = progress.get(line.id());
            boolean open = stands != null && !stands.settled();
            if (its != null && (open || line.session().equals(last))) {
                looked.add(new Looked(its.code(), line, stands));
            }
        }
        return Optional.of(new LookBack(card.code(), readable.test(card), looked));
    }
}
