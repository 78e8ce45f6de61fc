package org.kvartal.discussions.ui;

import static org.kvartal.accounts.Role.ADMINISTRATOR;
import static org.kvartal.accounts.Role.MEMBER;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.kvartal.accounts.Role;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.NewPost;
import org.kvartal.discussions.Conversations.NewSpace;
import org.kvartal.discussions.Conversations.NewThread;
import org.kvartal.discussions.Conversations.Visibility;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.SpaceId;
import org.kvartal.discussions.ThreadId;
import org.kvartal.discussions.Townspeople;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.LocalizedText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;

/** A house with people in it, seen through its views. */
@SpringBootTest
@Import({Townspeople.class, Armchair.class, OtherModules.class})
@WithMockUser(roles = "MEMBER")
@ViewPackages(classes = {ThreadView.class, org.kvartal.shell.Card.class})
abstract class ViewTests extends SpringBrowserlessTest {

    @Autowired
    Conversations conversations;

    @Autowired
    Townspeople town;

    @Autowired
    Armchair armchair;

    Asker me;
    Asker neighbour;

    @BeforeEach
    void somebodySitsDown() {
        me = sitDown(MEMBER);
        neighbour = town.person(MEMBER);
    }

    Asker sitDown(Role... roles) {
        Asker person = town.person(roles);
        armchair.take(person);
        return person;
    }

    SpaceId space(String name, Visibility visibility) {
        SpaceId id = SpaceId.next();
        conversations.open(
                town.person(ADMINISTRATOR),
                new NewSpace(id, address(id), LocalizedText.of(Language.EN, name), null, visibility));
        return id;
    }

    /** Goes to a view for the threads of one space. */
    static void go(String path, SpaceId space) {
        UI.getCurrent().navigate(path, QueryParameters.of("space", address(space)));
    }

    static String address(SpaceId id) {
        return "space-" + id.value().toString().substring(24).toLowerCase(Locale.ROOT);
    }

    record Begun(ThreadId id, long number) {}

    Begun thread(Asker by, SpaceId space, String title, String text) {
        ThreadId id = ThreadId.next();
        return new Begun(
                id, conversations.start(by, new NewThread(id, space, PostId.next(), title, text, Language.EN, null)));
    }

    PostId answer(Asker by, Begun thread, String text) {
        PostId id = PostId.next();
        conversations.post(by, new NewPost(id, thread.id(), text, Language.EN, null));
        return id;
    }
}
