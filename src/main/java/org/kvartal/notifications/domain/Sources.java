package org.kvartal.notifications.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.kvartal.notifications.NoticeSource;
import org.kvartal.notifications.NoticeText;
import org.kvartal.notifications.domain.WaitingMail.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Asks those who know the words. */
@Component
class Sources {

    private static final Logger log = LoggerFactory.getLogger(Sources.class);

    private final House house;
    private final Supplier<Map<String, NoticeSource>> sources;

    /** @param sources looked up with the first question: whoever has the words tells notices, too */
    Sources(House house, ObjectProvider<NoticeSource> sources) {
        this.house = house;
        this.sources = SingletonSupplier.of(
                () -> sources.stream().collect(Collectors.toUnmodifiableMap(NoticeSource::kind, Function.identity())));
    }

    boolean isThereOne(String kind) {
        return source(kind).isPresent();
    }

    /** In which groups people choose how often something comes. */
    Set<String> groups() {
        return house.inUse(sources.get().values()).stream()
                .map(NoticeSource::group)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The group of a kind; of one whose source is gone, the module that had it. */
    String group(String kind) {
        return source(kind).map(NoticeSource::group).orElseGet(() -> kind.replaceFirst("\\..*", ""));
    }

    /** The kinds that can't wait. */
    Set<String> urgent() {
        return sources.get().values().stream()
                .filter(NoticeSource::urgent)
                .map(NoticeSource::kind)
                .filter(this::isThereOne)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isUrgent(String kind) {
        return source(kind).map(NoticeSource::urgent).orElse(false);
    }

    /**
     * The texts of these notices by their ids, one question per kind. A source that fails must not take everything else from the reader: what it
     * would have said is left out this time.
     */
    Map<UUID, NoticeText> texts(PersonId reader, Collection<StoredNotice> notices, Language language) {
        Map<UUID, NoticeText> said = new HashMap<>();
        notices.stream().collect(Collectors.groupingBy(StoredNotice::kind)).forEach((kind, ofKind) -> {
            Map<UUID, NoticeText> texts;
            try {
                texts = ask(kind, reader, ofKind, language);
            } catch (RuntimeException failed) {
                log.error("No words for notices of kind {}", kind, failed);
                return;
            }
            for (StoredNotice notice : ofKind) {
                NoticeText text = texts.get(notice.subject());
                if (text != null) {
                    said.put(notice.id(), text);
                }
            }
        });
        return said;
    }

    /**
     * The same for letters: what nobody says is not wanted any more and needs none, and of what is news again only what came since the letter
     * before is said.
     *
     * @throws RuntimeException if a source fails: then nobody knows
     */
    Map<UUID, NoticeText> wanted(PersonId reader, Collection<Waiting> waiting, Language language) {
        Map<UUID, NoticeText> said = new HashMap<>();
        waiting.stream()
                .collect(Collectors.groupingBy(one -> one.notice().kind()))
                .forEach((kind, ofKind) -> {
                    Map<UUID, Long> written = ofKind.stream()
                            .collect(Collectors.toMap(one -> one.notice().subject(), Waiting::written, Math::min));
                    Map<UUID, NoticeText> texts = source(kind)
                            .map(source -> source.news(reader, written, language))
                            .orElse(Map.of());
                    for (Waiting one : ofKind) {
                        StoredNotice notice = one.notice();
                        NoticeText text = texts.get(notice.subject());
                        if (text != null && !text.seen()) {
                            said.put(notice.id(), text);
                        }
                    }
                });
        return said;
    }

    private Map<UUID, NoticeText> ask(String kind, PersonId reader, List<StoredNotice> notices, Language language) {
        Set<UUID> subjects = notices.stream().map(StoredNotice::subject).collect(Collectors.toUnmodifiableSet());
        return source(kind)
                .map(source -> source.texts(reader, subjects, language))
                .orElse(Map.of());
    }

    private Optional<NoticeSource> source(String kind) {
        // A notice of a module that is not in use is not wanted now; it is there again once the module is.
        return Optional.ofNullable(sources.get().get(kind)).filter(source -> house.uses(source.getClass()));
    }
}
