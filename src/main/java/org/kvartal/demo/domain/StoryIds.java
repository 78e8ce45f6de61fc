package org.kvartal.demo.domain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.kvartal.alliance.EntryId;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.kernel.PersonId;
import org.kvartal.membership.BodyId;
import org.kvartal.membership.MemberId;

/**
 * The ids of everything that the story tells, always the same for the same day of the first start.
 *
 * @param begun the first start
 */
record StoryIds(Instant begun) {

    /** For how long everybody has had their roles. */
    static final Duration ROLES_BEFORE = Duration.ofDays(90);

    PersonId person(String key) {
        return new PersonId(settled("person " + key));
    }

    SpaceId space(String key) {
        return new SpaceId(settled("space " + key));
    }

    ThreadId thread(Story.Talk talk) {
        return new ThreadId(
                of("thread " + talk.key(), talk.posts().getFirst().at().before(begun)));
    }

    PostId post(Story.Talk talk, int number, Instant at) {
        return new PostId(of("post " + talk.key() + " " + number, at));
    }

    /** Of a person who is a member, or of an association. */
    MemberId member(String key) {
        return new MemberId(settled("member " + key));
    }

    BodyId body(String key) {
        return new BodyId(settled("body " + key));
    }

    EntryId entry(String key) {
        return new EntryId(settled("entry " + key));
    }

    /** Of something that is older than the talks. */
    UUID settled(String thing) {
        return of(thing, begun.minus(ROLES_BEFORE));
    }

    /** A UUID of version 7 that is always the same for a thing of the story. */
    private static UUID of(String thing, Instant at) {
        UUID hash = UUID.nameUUIDFromBytes(("kvartal demonstration " + thing).getBytes(StandardCharsets.UTF_8));
        long high = (at.toEpochMilli() << 16) | 0x7000 | (hash.getMostSignificantBits() & 0x0fff);
        return new UUID(high, hash.getLeastSignificantBits());
    }
}
