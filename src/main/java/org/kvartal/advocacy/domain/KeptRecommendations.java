package org.kvartal.advocacy.domain;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.Scope;
import org.kvartal.advocacy.AdvocacyRights;
import org.kvartal.advocacy.RecommendationAdopted;
import org.kvartal.advocacy.RecommendationDesk;
import org.kvartal.advocacy.RecommendationDesk.Evidence;
import org.kvartal.advocacy.RecommendationDesk.NewRecommendation;
import org.kvartal.advocacy.RecommendationDesk.RecommendationText;
import org.kvartal.advocacy.RecommendationDesk.RoomWord;
import org.kvartal.advocacy.RecommendationDrafted;
import org.kvartal.advocacy.RecommendationId;
import org.kvartal.advocacy.RetirementReason;
import org.kvartal.files.StoredFile;
import org.kvartal.forum.Agenda;
import org.kvartal.forum.Agenda.NewItem;
import org.kvartal.forum.ItemId;
import org.kvartal.forum.ItemKind;
import org.kvartal.forum.OutcomeId;
import org.kvartal.forum.SeriesId;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PlainText;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.trace.Relation;
import org.kvartal.trace.Strand;
import org.kvartal.trace.Trace;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How recommendations come about. One is locked while something about it changes. */
@Component
@Transactional
class KeptRecommendations implements RecommendationDesk {

    /** How long a session is expected to speak of one. */
    private static final int MINUTES = 20;

    /** What Markdown would read as markup. */
    private static final Pattern MARKUP = Pattern.compile("([\\\\`*_{}\\[\\]<>()#+.!|~&-])");

    private final RecommendationRepository recommendations;
    private final EvidenceBook evidence;
    private final RoomWords words;
    private final Codes codes;
    private final Endings endings;
    private final Telling telling;
    private final AdvocacyTasks tasks;
    private final AdvocacyTrail trail;
    private final Agenda agenda;
    private final Trace trace;
    private final Permissions permissions;
    private final ApplicationEventPublisher facts;
    private final HouseClock clock;

    KeptRecommendations(
            RecommendationRepository recommendations,
            EvidenceBook evidence,
            RoomWords words,
            Codes codes,
            Endings endings,
            Telling telling,
            AdvocacyTasks tasks,
            AdvocacyTrail trail,
            Agenda agenda,
            Trace trace,
            Permissions permissions,
            ApplicationEventPublisher facts,
            HouseClock clock) {
        this.recommendations = recommendations;
        this.evidence = evidence;
        this.words = words;
        this.codes = codes;
        this.endings = endings;
        this.telling = telling;
        this.tasks = tasks;
        this.trail = trail;
        this.agenda = agenda;
        this.trace = trace;
        this.permissions = permissions;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public String begin(Asker by, NewRecommendation wish) {
        requireWriter(by);
        Optional<Recommendation> standing = recommendations.findById(wish.id().value());
        if (standing.isPresent()) {
            return standing.get().code();
        }
        return make(by, wish.id(), wish.text(), null).code();
    }

    /** What the room has confirmed becomes a draft; its id is that of the outcome, so that there is one however often it is heard. */
    void draft(OutcomeId outcome, LocalizedText text) {
        RecommendationId id = new RecommendationId(outcome.value());
        if (recommendations.findById(id.value()).isPresent()) {
            return;
        }
        Map<Language, String> titles = new EnumMap<>(Language.class);
        text.texts().forEach((language, words) -> titles.put(language, Typed.shortened(words, TITLE_LENGTH)));
        Recommendation draft = make(
                AdvocacyTrail.HOUSE,
                id,
                new RecommendationText(new LocalizedText(text.source(), titles), null, null, text, null),
                outcome);
        trace.link(AdvocacyTrail.HOUSE, new Strand(outcome.traced(), Relation.BECAME, id.traced()));
        tasks.word(draft);
        facts.publishEvent(new RecommendationDrafted(id, draft.code()));
    }

    /** The room has confirmed one that was put before it; the caller has locked it. */
    void confirm(Recommendation recommendation, OutcomeId outcome) {
        recommendation.confirm(outcome, clock.now());
        recommendations.saveAndFlush(recommendation);
        trail.recommendation(
                AdvocacyTrail.HOUSE,
                "advocacy.recommendation-confirmed",
                recommendation.id(),
                entry -> entry.with("outcome", outcome.value()));
        tasks.word(recommendation);
        telling.changed(recommendation.id());
    }

    private Recommendation make(Asker by, RecommendationId id, RecommendationText text, @Nullable OutcomeId outcome) {
        LocalDate today = clock.today();
        Recommendation made = recommendations.saveAndFlush(Recommendation.draft(
                id,
                codes.next(RefCode.RECOMMENDATION, today.getYear()),
                text,
                by.person().orElse(null),
                outcome,
                today,
                clock.now()));
        trail.recommendation(by, "advocacy.recommendation-begun", id);
        telling.changed(id);
        return made;
    }

    @Override
    public void edit(Asker by, RecommendationId id, long version, RecommendationText text) {
        Recommendation recommendation = lock(by, id);
        recommendation.edit(version, text, clock.today(), clock.now());
        save(recommendation);
        trail.recommendation(by, "advocacy.recommendation-edited", id);
        telling.reworded(by, recommendation);
    }

    @Override
    public void cite(Asker by, RecommendationId id, Evidence wish) {
        Recommendation recommendation = lock(by, id);
        recommendation.touch(clock.now());
        evidence.cite(by, recommendation, wish);
        save(recommendation);
    }

    @Override
    public void withdraw(Asker by, RecommendationId id, Evidence wish) {
        Recommendation recommendation = lock(by, id);
        recommendation.touch(clock.now());
        evidence.withdraw(by, recommendation, wish);
        save(recommendation);
    }

    @Override
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public StoredFile attach(Asker by, RecommendationId id, String name, InputStream content) {
        requireWriter(by);
        return evidence.attach(by, id, name, content);
    }

    @Override
    public void propose(Asker by, RecommendationId id, long version) {
        Recommendation recommendation = lock(by, id);
        recommendation.propose(version, clock.now());
        save(recommendation);
        tasks.worded(recommendation);
        trail.recommendation(by, "advocacy.recommendation-proposed", id);
    }

    @Override
    public void consult(Asker by, RecommendationId id, long version, LocalDate until) {
        Recommendation recommendation = lock(by, id);
        recommendation.consult(version, until, clock.today(), clock.now());
        save(recommendation);
        trail.recommendation(by, "advocacy.consultation-opened", id);
    }

    @Override
    public ItemId bring(Asker by, RecommendationId id, @Nullable SeriesId series) {
        Recommendation recommendation = lock(by, id);
        if (!recommendation.awaitsTheRoom()) {
            throw Refused.because("advocacy.refused.room-spoke");
        }
        Language language = recommendation.title().source();
        ItemId item = ItemId.next();
        agenda.propose(
                by,
                new NewItem(
                        item,
                        series,
                        null,
                        Typed.shortened(
                                recommendation.code() + " · "
                                        + recommendation.title().in(language),
                                Agenda.TITLE_LENGTH),
                        language,
                        context(recommendation.text(), language),
                        ItemKind.DECIDE,
                        MINUTES,
                        "",
                        null,
                        null));
        words.bring(item, recommendation);
        trace.link(by, new Strand(id.traced(), Relation.PROPOSED_AS, item.traced()));
        trail.recommendation(by, "advocacy.recommendation-brought", id, entry -> entry.with("item", item.value()));
        telling.changed(id);
        return item;
    }

    private static String context(RecommendationText text, Language language) {
        StringJoiner context = new StringJoiner("\n\n");
        for (@Nullable LocalizedText part : Arrays.asList(text.problem(), text.proposal())) {
            if (part != null) {
                context.add(MARKUP.matcher(part.in(language)).replaceAll("\\\\$1"));
            }
        }
        String whole = context.toString();
        return whole.length() <= Agenda.CONTEXT_LENGTH ? whole : whole.substring(0, Agenda.CONTEXT_LENGTH - 1) + "…";
    }

    @Override
    public void adopt(Asker by, RecommendationId id, long version) {
        Recommendation recommendation = lock(by, id);
        recommendation.adopt(version, clock.today(), clock.now());
        save(recommendation);
        trail.recommendation(by, "advocacy.recommendation-adopted", id);
        facts.publishEvent(new RecommendationAdopted(id, recommendation.code()));
        telling.adopted(by, recommendation);
    }

    @Override
    public void retire(
            Asker by,
            RecommendationId id,
            long version,
            RetirementReason why,
            String reason,
            @Nullable OutcomeId decision) {
        Recommendation recommendation = lock(by, id);
        if (recommendation.wasAdopted()) {
            words.requireDecision(decision);
            endings.requireNothingUnderWay(id);
        }
        recommendation.retire(version, why, reason, clock.now());
        save(recommendation);
        tasks.worded(recommendation);
        trail.recommendation(
                by,
                "advocacy.recommendation-retired",
                id,
                entry -> entry.because(PlainText.block(reason)).with("why", why));
        telling.retired(by, recommendation);
    }

    @Override
    public void supersede(Asker by, RecommendationId id, long version, RecommendationId with) {
        // Both in the order of their ids, so that two who do it the other way round wait and do not block.
        Stream.of(id.value(), with.value()).sorted().distinct().forEach(one -> {
            var _ = recommendations.lock(one);
        });
        Recommendation recommendation = lock(by, id);
        Recommendation other =
                recommendations.lock(with.value()).orElseThrow(() -> Refused.at("by", "advocacy.refused.superseding"));
        recommendation.supersede(version, other, clock.now());
        save(recommendation);
        trace.link(by, new Strand(id.traced(), Relation.CONTINUES, with.traced()));
        trail.recommendation(by, "advocacy.recommendation-superseded", id, entry -> entry.with("by", with.value()));
        telling.superseded(by, recommendation);
        telling.changed(with);
    }

    @Override
    public void close(Asker by, RecommendationId id, long version) {
        Recommendation recommendation = lock(by, id);
        endings.requireNothingUnderWay(id);
        recommendation.close(version, clock.now());
        save(recommendation);
        trail.recommendation(by, "advocacy.recommendation-closed", id);
        telling.closed(by, recommendation);
    }

    @Override
    @Transactional(readOnly = true)
    public List<RoomWord> decisions(Asker asker) {
        requireWriter(asker);
        return words.decisions();
    }

    private void save(Recommendation recommendation) {
        recommendations.saveAndFlush(recommendation);
        telling.changed(recommendation.id());
    }

    private Recommendation lock(Asker by, RecommendationId id) {
        requireWriter(by);
        return recommendations.lock(id.value()).orElseThrow(NotFound::new);
    }

    private void requireWriter(Asker by) {
        permissions.check(by, AdvocacyRights.WRITE, Scope.PLATFORM);
    }
}
