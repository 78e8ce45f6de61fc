package org.kvartal.forum.ui;

import java.time.Clock;
import org.kvartal.discussions.Drafts;
import org.kvartal.forum.Ballots;
import org.kvartal.forum.MinutesDesk;
import org.kvartal.forum.Outcomes;
import org.kvartal.forum.Presence;
import org.kvartal.forum.Room;
import org.kvartal.membership.Bodies;
import org.kvartal.membership.Mandates;
import org.kvartal.trace.Trace;
import org.springframework.stereotype.Component;

/** What the parts of a room's pages ask of the house. */
@Component
record RoomTools(
        Room room,
        Presence presence,
        Outcomes outcomes,
        Ballots ballots,
        MinutesDesk minutes,
        ForumPeople people,
        Bodies bodies,
        Mandates mandates,
        Drafts drafts,
        Trace trace,
        Clock clock) {}
