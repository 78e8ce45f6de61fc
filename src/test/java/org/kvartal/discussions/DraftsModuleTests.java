package org.kvartal.discussions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.kvartal.accounts.Role.FACILITATOR;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvartal.discussions.Drafts.Draft;
import org.kvartal.files.FileAccess;
import org.kvartal.files.FileId;
import org.kvartal.files.FileOwner;
import org.kvartal.files.FilePages;
import org.kvartal.files.Files;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** What people type is kept, and is theirs alone until they post it. */
class DraftsModuleTests extends TalkingHouse {

    @Autowired
    List<FileAccess> accesses;

    @Autowired
    Files files;

    final PostId post = PostId.next();
    ThreadId thread;
    String key;

    @BeforeEach
    void thereIsAThread() {
        thread = thread();
        key = "thread:" + thread;
    }

    @Test
    void aDraftComesBackAsTyped() {
        String typed = "  й tab\tand\r\n line, «кавычки» 😍 \n";

        Draft saved =
                drafts.save(maria, new Draft("space:" + publicSpace, post, 1, " Ti tle ", typed, Language.RU, null));

        assertThat(saved.savedAt()).isNotNull();
        assertThat(drafts.find(maria, "space:" + publicSpace)).contains(saved);
        assertThat(saved.text()).isEqualTo(typed);
        assertThat(saved.title()).isEqualTo(" Ti tle ");
        assertThat(drafts.save(maria, draft(2, "nul\0nul")).text()).isEqualTo("nulnul");
    }

    @Test
    void anOlderSaveNeverOverwritesANewerOne() {
        drafts.save(maria, draft(5, "five"));

        assertThat(drafts.save(maria, draft(4, "four")).text()).isEqualTo("five");
        assertThat(drafts.save(maria, draft(5, "another five")).text()).isEqualTo("five");
        assertThat(drafts.save(maria, draft(6, "six")).text()).isEqualTo("six");
    }

    @Test
    void ofManySavesAtOnceTheNewestStays() {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.rangeClosed(1, 40).forEach(n -> executor.execute(() -> drafts.save(maria, draft(n, "v" + n))));
        }

        assertThat(drafts.find(maria, key).orElseThrow().text()).isEqualTo("v40");
    }

    @Test
    void nobodyFindsSavesOrDiscardsAnothersDraft() {
        drafts.save(maria, draft(1, "hers"));

        assertThat(drafts.find(boris, key)).isEmpty();
        drafts.discard(boris, key);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> drafts.save(boris, draft(9, "his")));
        assertThat(drafts.find(maria, key).orElseThrow().text()).isEqualTo("hers");
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> drafts.find(Asker.guest(), key));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> drafts.save(Asker.guest(), draft(1, "x")));
    }

    @Test
    void aSaveThatArrivesAfterPostingLeavesNothing() {
        drafts.save(maria, draft(1, "half"));
        say(maria, thread, post, "whole");

        drafts.save(maria, draft(2, "whole"));

        assertThat(drafts.find(maria, key)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> drafts.save(boris, draft(1, "not his post")));
    }

    @Test
    void aDraftIsThrownAway() {
        drafts.save(maria, draft(1, "never mind"));

        drafts.discard(maria, key);

        assertThat(drafts.find(maria, key)).isEmpty();
    }

    @Test
    void aTitleThatIsStillTooLongIsKeptWhileItIsShortened() {
        String title = "a".repeat(Conversations.TITLE_LENGTH + 1);

        drafts.save(maria, new Draft("new", post, 1, title, "t", Language.EN, null));

        assertThat(drafts.find(maria, "new")).map(Draft::title).contains(title);
    }

    @Test
    void whatIsNoDraftIsRefused() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> drafts.save(maria, draft(1, "a".repeat(Markdown.MAX_LENGTH + 1))));
        for (String nowhere : List.of("", "thread:", "thread:1", "edit:" + PostId.next(), "x".repeat(10_000))) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> drafts.save(maria, new Draft(nowhere, post, 1, null, "t", Language.EN, null)));
        }
    }

    @Test
    void aChangeIsKeptForThoseWhoMayMakeItOnly() {
        say(maria, thread, post, "as it was");
        Draft change = new Draft("edit:" + post, post, 1, null, "as it shall be", Language.EN, null);

        assertThat(drafts.save(maria, change).text()).isEqualTo("as it shall be");
        assertThat(drafts.save(town.person(FACILITATOR), change).text()).isEqualTo("as it shall be");
        PostId none = PostId.next();
        for (Draft nobodys : List.of(change, new Draft("edit:" + none, none, 1, null, "t", Language.EN, null))) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> drafts.save(boris, nobodys));
        }
    }

    @Test
    void filesOfADraftAreItsWritersUntilItIsPosted() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> drafts.attach(maria, post));
        drafts.save(maria, draft(1, "with a picture"));

        assertThat(drafts.attach(maria, post)).isEqualTo(new FileOwner("discussions", post.value()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> drafts.attach(boris, post));
        assertThat(readers()).containsExactly(true, false, false);

        say(maria, thread, post, "with a picture");

        assertThat(readers()).containsExactly(true, true, true);
        assertThat(drafts.attach(maria, post)).isNotNull();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> drafts.attach(boris, post));
        assertThat(drafts.attach(town.person(FACILITATOR), post)).isNotNull();
    }

    @Test
    void aPicturePutIntoADraftIsSeenByAllOnceItIsPosted() throws IOException {
        drafts.save(maria, draft(1, "with a picture"));
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        FileId picture = files.storePicture(
                        maria, drafts.attach(maria, post), "<script>.png", new ByteArrayInputStream(png.toByteArray()))
                .id();

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> files.address(picture, boris));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> files.address(picture, Asker.guest()));
        assertThat(files.address(picture, maria)).contains(picture.toString());

        say(maria, thread, post, "![plan](" + FilePages.file(picture) + ")");

        assertThat(files.address(picture, Asker.guest())).isEqualTo(FilePages.file(picture));
        assertThat(post(boris, thread, 2).html().html()).contains("src=\"" + FilePages.file(picture));
    }

    @Test
    void filesInTheMembersSpaceAreTheirsAndGoWithTheirPost() {
        ThreadId internal = thread(maria, membersSpace);
        say(maria, internal, post, "internal");

        assertThat(readers()).containsExactly(true, true, false);
        assertThat(access().mayRead(guestWithSignIn(), post.value())).isFalse();
        assertThat(access().gone(Set.of(post.value()))).isEmpty();

        conversations.delete(maria, post);

        assertThat(readers()).containsExactly(false, false, false);
        assertThat(access().gone(Set.of(post.value()))).containsExactly(post.value());
    }

    private List<Boolean> readers() {
        return List.of(
                access().mayRead(maria, post.value()),
                access().mayRead(boris, post.value()),
                access().mayRead(Asker.guest(), post.value()));
    }

    private FileAccess access() {
        return accesses.stream()
                .filter(access -> access.module().equals("discussions"))
                .findFirst()
                .orElseThrow();
    }

    private Draft draft(long sequence, String text) {
        return new Draft(key, post, sequence, null, text, Language.EN, null);
    }
}
