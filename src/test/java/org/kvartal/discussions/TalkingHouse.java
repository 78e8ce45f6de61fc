package org.kvartal.discussions;

import static org.kvartal.accounts.Role.ADMINISTRATOR;
import static org.kvartal.accounts.Role.MEMBER;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kvartal.accounts.Role;
import org.kvartal.discussions.Conversations.EditOutcome;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.PostEdit;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.Threads.Around;
import org.kvartal.discussions.Threads.PostLine;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.kvartal.testing.SqlCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** A house with a public space, a space of the members, and two members who talk. */
@ApplicationModuleTest(mode = BootstrapMode.ALL_DEPENDENCIES, extraIncludes = "files")
@Import({Townspeople.class, SqlCounter.class})
@TestInstance(Lifecycle.PER_METHOD)
abstract class TalkingHouse {

    @Autowired
    Conversations conversations;

    @Autowired
    Threads threads;

    @Autowired
    Drafts drafts;

    @Autowired
    Needs needs;

    @Autowired
    Townspeople town;

    @Autowired
    JdbcClient jdbc;

    final SpaceId publicSpace = SpaceId.next();
    final SpaceId membersSpace = SpaceId.next();
    Asker administrator;
    Asker maria;
    Asker boris;

    @BeforeEach
    void theHouseOpens() {
        administrator = town.person(ADMINISTRATOR);
        maria = town.person(MEMBER);
        boris = town.person(MEMBER);
        open(publicSpace, Visibility.PUBLIC);
        open(membersSpace, Visibility.MEMBERS);
    }

    void open(SpaceId space, Visibility visibility) {
        conversations.open(
                administrator,
                new NewSpace(space, "space-" + space, LocalizedText.of(Language.EN, "Space"), null, visibility));
    }

    /** A new thread of Maria's in the public space. */
    ThreadId thread() {
        return thread(maria, publicSpace);
    }

    ThreadId thread(Asker by, SpaceId space) {
        ThreadId thread = ThreadId.next();
        conversations.start(by, newThread(thread, space, PostId.next(), "Export paperwork", "Who knows the form?"));
        return thread;
    }

    long number(ThreadId thread) {
        return jdbc.sql("SELECT number FROM thread WHERE id = ?")
                .param(thread.value())
                .query(Long.class)
                .single();
    }

    int say(Asker by, ThreadId thread, String text) {
        return say(by, thread, PostId.next(), text);
    }

    int say(Asker by, ThreadId thread, PostId post, String text) {
        return conversations.post(by, new NewPost(post, thread, text, Language.EN, null));
    }

    EditOutcome reword(Asker by, PostId post, long version, String text) {
        return conversations.edit(by, new PostEdit(post, version, text));
    }

    List<PostLine> read(Asker by, ThreadId thread) {
        return threads.posts(by, thread, new Around.After(0), 500).posts();
    }

    PostLine post(Asker by, ThreadId thread, int number) {
        return read(by, thread).get(number - 1);
    }

    static NewThread newThread(ThreadId id, SpaceId space, PostId firstPost, String title, String text) {
        return new NewThread(id, space, firstPost, title, text, Language.EN, null);
    }

    static Asker house() {
        return Asker.house("test");
    }

    Asker guestWithSignIn() {
        return town.person(new Role[0]);
    }
}
