package org.kvartal.seminars.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.kernel.Typed;
import org.kvartal.live.Live;
import org.kvartal.seminars.DayId;
import org.kvartal.seminars.RegistrationId;
import org.kvartal.seminars.Registrations.Place;
import org.kvartal.seminars.SeminarFeedback;
import org.kvartal.seminars.SeminarFeedback.Voice;
import org.kvartal.seminars.SeminarFeedback.Voices;
import org.kvartal.seminars.SeminarId;
import org.kvartal.seminars.SeminarTopics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what people thought of a seminar apart from who has said something. */
@Component
@Transactional
class KeptFeedback implements SeminarFeedback {

    private static final int MOST_WORDS = 1_000;

    private final RegistrationReads registrations;
    private final VoiceReads reads;
    private final PlaceLinks links;
    private final SeminarSight sight;
    private final SeminarRows rows;
    private final Live live;
    private final JdbcClient jdbc;

    KeptFeedback(
            RegistrationReads registrations,
            VoiceReads reads,
            PlaceLinks links,
            SeminarSight sight,
            SeminarRows rows,
            Live live,
            JdbcClient jdbc) {
        this.registrations = registrations;
        this.reads = reads;
        this.links = links;
        this.sight = sight;
        this.rows = rows;
        this.live = live;
        this.jdbc = jdbc;
    }

    @Override
    public void give(Asker by, SeminarId seminar, @Nullable DayId day, int points, String words) {
        PersonId person = sight.requireResident(by);
        Place place = registrations.ofPerson(seminar, person).orElseThrow(NotFound::new);
        give(seminar, place, day, points, words);
    }

    @Override
    public boolean give(String token, @Nullable DayId day, int points, String words) {
        Optional<RegistrationId> id = links.look(token);
        id.ifPresent(one -> give(
                registrations.whose(one).orElseThrow(NotFound::new).seminar(),
                registrations.place(one).orElseThrow(NotFound::new),
                day,
                points,
                words));
        return id.isPresent();
    }

    private void give(SeminarId seminar, Place place, @Nullable DayId day, int points, String words) {
        if (!place.state().attended()) {
            throw new NotFound();
        }
        Typed.number("points", points, 1, MOST_POINTS);
        String said = Typed.block("words", words, WORDS_LENGTH);
        if (reads.wished(seminar, place).stream().noneMatch(wish -> Objects.equals(wish.day(), day))) {
            throw Refused.because("seminars.refused.feedback");
        }
        UUID about = day == null ? null : day.value();
        int first = jdbc.sql("""
            INSERT INTO seminar_voiced (registration, day) VALUES (:registration, :day::uuid) ON CONFLICT DO NOTHING""")
                .param("registration", place.id().value())
                .param("day", about)
                .update();
        if (first == 0) {
            throw Refused.because("seminars.refused.feedback");
        }
        // An id that rises with the time would tell who it was.
        jdbc.sql("INSERT INTO seminar_voice (id, seminar, day, points, words) VALUES (:id, :seminar,"
                        + " :day::uuid, :points, :words)")
                .param("id", UUID.randomUUID())
                .param("seminar", seminar.value())
                .param("day", about)
                .param("points", points)
                .param("words", said)
                .update();
        live.changed(SeminarTopics.of(seminar));
    }

    private record Said(@Nullable UUID day, int points, String words) {}

    @Override
    @Transactional(readOnly = true)
    public Voices voices(Asker asker, SeminarId seminar) {
        SeminarSight.require(sight.in(seminar, asker).read());
        List<Said> said = jdbc.sql("SELECT day, points, words FROM seminar_voice WHERE seminar = :seminar ORDER BY id")
                .param("seminar", seminar.value())
                .query((row, _) -> new Said(Columns.idOrNull(row, "day"), row.getInt("points"), row.getString("words")))
                .list();
        List<Voice> parts = new ArrayList<>();
        parts.add(voice(null, said));
        rows.days(seminar).forEach(day -> parts.add(voice(day.id(), said)));
        return new Voices(parts);
    }

    private static Voice voice(@Nullable DayId day, List<Said> all) {
        UUID about = day == null ? null : day.value();
        List<Said> said =
                all.stream().filter(one -> Objects.equals(one.day(), about)).toList();
        if (said.size() < FEWEST) {
            return new Voice(day, said.size(), List.of(), List.of());
        }
        return new Voice(
                day,
                said.size(),
                IntStream.rangeClosed(1, MOST_POINTS)
                        .mapToObj(points -> (int) said.stream()
                                .filter(one -> one.points() == points)
                                .count())
                        .toList(),
                said.stream()
                        .map(Said::words)
                        .filter(words -> !words.isEmpty())
                        .limit(MOST_WORDS)
                        .toList());
    }
}
