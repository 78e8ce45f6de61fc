package org.kvartal.notifications;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Ids;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.PersonId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A module above that tells notices: it knows the words in the house's languages, and may take them back. */
@TestConfiguration(proxyBeanMethods = false)
public class TrialNotices {

    public static final String KIND = "trial.told";

    /** What can't wait. */
    public static final String URGENT = "trial.urgent";

    /** What belongs to another group. */
    public static final String OTHER = "trial.other";

    private final AtomicReference<@Nullable Runnable> meanwhile = new AtomicReference<>();
    private final Map<UUID, Word> words = new ConcurrentHashMap<>();
    private final Set<PersonId> barred = ConcurrentHashMap.newKeySet();
    private final Set<UUID> seen = ConcurrentHashMap.newKeySet();
    private final Set<PersonId> unlucky = ConcurrentHashMap.newKeySet();

    private record Word(String title, @Nullable String text, String path) {}

    /** Something that can be told: "(en) title", and the same in the other languages. */
    public UUID subject(String title, @Nullable String text, String path) {
        UUID subject = Ids.next();
        words.put(subject, new Word(title, text, path));
        return subject;
    }

    /** The same fact, told. */
    public Notice about(UUID subject, PersonId... to) {
        return new Notice("trial.told:" + subject, KIND, subject, Set.of(to));
    }

    /** Nobody wants it any more. */
    public void takeBack(UUID subject) {
        words.remove(subject);
    }

    /** The person may know nothing of it all any more. */
    public void bar(PersonId person) {
        barred.add(person);
    }

    /** Words for that person fail, or no longer. */
    public void fail(PersonId person, boolean fails) {
        if (fails) {
            unlucky.add(person);
        } else {
            unlucky.remove(person);
        }
    }

    /** The person has been there. */
    public void show(UUID subject) {
        seen.add(subject);
    }

    /** Does something once, while words are asked for the next time. */
    public void meanwhile(Runnable act) {
        meanwhile.set(act);
    }

    @Bean
    NoticeSource otherTrialSource(JdbcClient jdbc) {
        return source(jdbc, OTHER);
    }

    @Bean
    NoticeSource trialSource(JdbcClient jdbc) {
        return source(jdbc, KIND);
    }

    @Bean
    NoticeSource urgentTrialSource(JdbcClient jdbc) {
        return source(jdbc, URGENT);
    }

    private NoticeSource source(JdbcClient jdbc, String kind) {
        return new NoticeSource() {

            @Override
            public String kind() {
                return kind;
            }

            @Override
            public boolean urgent() {
                return kind.equals(URGENT);
            }

            @Override
            public String group() {
                return kind.equals(OTHER) ? "seminars" : "forum";
            }

            @Override
            public Map<UUID, NoticeText> texts(PersonId reader, Collection<UUID> subjects, Language language) {
                if (unlucky.contains(reader)) {
                    throw new IllegalStateException("no words today, as this test wants it");
                }
                Runnable act = meanwhile.getAndSet(null);
                if (act != null) {
                    act.run();
                }
                Map<UUID, NoticeText> texts = new HashMap<>();
                // One question to the database, as a real source has.
                jdbc.sql("SELECT unnest(?::uuid[])")
                        .param(subjects.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list()
                        .forEach(subject -> {
                            Word word = words.get(subject);
                            if (word != null && !barred.contains(reader)) {
                                texts.put(
                                        subject,
                                        new NoticeText(
                                                "(" + language.code() + ") " + word.title(),
                                                word.text(),
                                                word.path(),
                                                seen.contains(subject)));
                            }
                        });
                return texts;
            }
        };
    }
}
