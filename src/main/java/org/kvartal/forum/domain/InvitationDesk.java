package org.kvartal.forum.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.Permissions;
import org.kvartal.accounts.PersonCard;
import org.kvartal.accounts.Scope;
import org.kvartal.forum.Answer;
import org.kvartal.forum.ForumRights;
import org.kvartal.forum.ForumTopics;
import org.kvartal.forum.Invitations;
import org.kvartal.forum.SessionId;
import org.kvartal.forum.Sessions;
import org.kvartal.forum.Sessions.SessionCard;
import org.kvartal.forum.Way;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Columns;
import org.kvartal.kernel.HouseClock;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Refused;
import org.kvartal.live.Live;
import org.kvartal.membership.Mandates;
import org.kvartal.membership.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who comes to a session. The session's row is held against changes meanwhile, so that nobody says yes to what is being cancelled. */
@Component
@Transactional
class InvitationDesk implements Invitations {

    private final SessionLetters letters;
    private final AnswerReads answers;
    private final SessionRepository sessions;
    private final Sessions cards;
    private final People people;
    private final Mandates mandates;
    private final Permissions permissions;
    private final JdbcClient jdbc;
    private final Live live;
    private final HouseClock clock;

    InvitationDesk(
            SessionLetters letters,
            AnswerReads answers,
            SessionRepository sessions,
            Sessions cards,
            People people,
            Mandates mandates,
            Permissions permissions,
            JdbcClient jdbc,
            Live live,
            HouseClock clock) {
        this.letters = letters;
        this.answers = answers;
        this.sessions = sessions;
        this.cards = cards;
        this.people = people;
        this.mandates = mandates;
        this.permissions = permissions;
        this.jdbc = jdbc;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public void answer(Asker by, SessionId id, Reply reply) {
        PersonId person = by.requirePerson();
        permissions.check(by, ForumRights.TAKE_PART, Scope.PLATFORM);
        @Nullable MemberId association = reply.onBehalfOf();
        if (association != null) {
            mandates.check(by, association);
        }
        jdbc.sql("SELECT id FROM forum_session WHERE id = :id FOR SHARE")
                .param("id", id.value())
                .query((row, _) -> Columns.id(row, "id"))
                .list();
        ForumSession session = sessions.findById(id.value()).orElseThrow(NotFound::new);
        if (!session.announced()) {
            throw new NotFound();
        }
        session.requireAnswerable(clock.now());
        if (reply.answer() != Answer.NO
                && reply.way() == Way.REMOTE
                && session.venue().callLink().isEmpty()) {
            throw Refused.at("way", "forum.refused.no-call");
        }
        jdbc.sql("""
                INSERT INTO session_answer (session, person, answer, way, on_behalf_of, answered_at)
                VALUES (:session, :person, :answer, :way, :association::uuid, :now)
                ON CONFLICT (session, person) DO UPDATE
                   SET answer = excluded.answer, way = excluded.way, on_behalf_of = excluded.on_behalf_of,
                       answered_at = excluded.answered_at""")
                .param("session", id.value())
                .param("person", person.value())
                .param("answer", reply.answer().name())
                .param("way", reply.way().name())
                .param("association", association == null ? null : association.value())
                .param("now", Columns.moment(clock.now()))
                .update();
        live.changed(ForumTopics.answers(id));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Invitation> look(String token) {
        return letters.look(token).flatMap(this::invitation);
    }

    @Override
    public Optional<Invitation> answer(String token, Reply reply) {
        Optional<SessionLetters.Invited> invited = letters.look(token);
        invited.filter(one -> invitation(one).isPresent())
                .ifPresent(one -> answer(Asker.of(one.person()), one.session(), reply));
        return invited.flatMap(this::invitation);
    }

    @Override
    @Transactional(readOnly = true)
    public AnswerList answers(Asker asker, SessionId id) {
        ForumSession session = sessions.findById(id.value()).orElseThrow(NotFound::new);
        permissions.check(asker, ForumRights.FACILITATE, ForumRights.in(session.series()));
        return answers.all(id);
    }

    /** Empty where whoever was invited does not belong to the house any more. */
    private Optional<Invitation> invitation(SessionLetters.Invited invited) {
        Asker asker = Asker.of(invited.person());
        Map<SessionId, SessionCard> found = cards.cards(asker, List.of(invited.session()));
        SessionCard session = found.get(invited.session());
        Optional<PersonCard> person = people.card(invited.person());
        if (session == null || person.isEmpty() || !permissions.has(asker, ForumRights.TAKE_PART, Scope.PLATFORM)) {
            return Optional.empty();
        }
        return Optional.of(new Invitation(
                session,
                person.get().name(),
                person.get().language(),
                mandates.of(invited.person()),
                answers.reply(invited.session(), invited.person()).orElse(null)));
    }
}
