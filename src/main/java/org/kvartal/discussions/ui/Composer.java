package org.kvartal.discussions.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.People;
import org.kvartal.accounts.PersonCard;
import org.kvartal.discussions.Conversations;
import org.kvartal.discussions.Conversations.EditOutcome;
import org.kvartal.discussions.Conversations.PostEdit;
import org.kvartal.discussions.Drafts;
import org.kvartal.discussions.Drafts.Draft;
import org.kvartal.discussions.PostId;
import org.kvartal.discussions.Threads;
import org.kvartal.discussions.Threads.Source;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Markdown;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.PersonId;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.kvartal.shell.OfferedLanguages;

/**
 * Where people write: an answer, a new thread, or a post that is changed. The page's script holds the text; here it is kept as a draft,
 * rendered for a preview, and posted. Which of these happens to a text is the {@link Desk}'s.
 *
 * <p>The id of the coming post is given out with the draft and sent back with the text, so that a second press, a retry or a lost answer
 * names the same post. An id that was not given out here is not taken.
 *
 * @see "Decision record 0076, drafts know what they began from"
 */
@Tag("kvartal-composer")
@JsModule("context://threads/composer.js")
class Composer extends Component {

    private static final String MAIN = "main";
    private static final String EDIT = "edit:";

    /** How many people are suggested at once. */
    static final int SUGGESTED = 8;

    /** Longer than any name. */
    private static final int NAME = 80;

    /** More than anybody writes on one page; the oldest go first, so that a page can't fill the server's memory. */
    private static final int MOST_GIVEN_OUT = 200;

    private final Drafts drafts;
    private final Threads threads;
    private final Conversations conversations;
    private final People people;
    private final PageWords words;
    private final Reader reader;
    private final Voices voices;
    private final Desk desk;
    private final Set<PostId> givenOut = new LinkedHashSet<>();

    /** What is written on the page besides edits. */
    interface Desk {

        /** The key of the draft. */
        String key();

        /**
         * Posts what was typed.
         *
         * @return the number of the post
         */
        int post(PostId id, Typed typed, Language language);

        /** Shows what was posted, once the composer is ready for the next text. */
        void posted(int number);

        /**
         * Whom one can speak to by part of their name.
         *
         * @param space the one that is chosen, where that is open
         */
        List<PersonCard> people(String name, String space);

        /** A post was changed. */
        default void changed() {}

        /** Somebody goes on typing. */
        default void writing() {}
    }

    Composer(
            Drafts drafts,
            Threads threads,
            Conversations conversations,
            People people,
            PageWords words,
            Reader reader,
            Voices voices,
            Desk desk,
            Uploads uploads) {
        this.drafts = drafts;
        this.threads = threads;
        this.conversations = conversations;
        this.people = people;
        this.words = words;
        this.reader = reader;
        this.voices = voices;
        this.desk = desk;
        getElement().setAttribute("upload", uploads.into(reader, this::key));
    }

    /**
     * @param longest the most characters of a text; a longer one is not sent at all
     * @param tooLong what is said of it
     * @param lacking what is said of a new thread's empty fields
     * @param voices for whom the reader may write beside themselves
     */
    private record Opened(
            String mode,
            String person,
            String language,
            String zone,
            Map<String, String> texts,
            int longest,
            String tooLong,
            Map<String, String> lacking,
            List<Choice> languages,
            List<Voices.Voice> voices,
            ShownDraft draft,
            long thread,
            List<SpaceChoice> spaces,
            @Nullable String space) {}

    /** @param offered whether a new text can be in it; one that was begun keeps its own */
    private record Choice(String code, String name, boolean offered) {}

    /** @param members whether only members read it */
    record SpaceChoice(String id, String address, String name, String language, boolean members) {}

    /** Opens for answers to a thread. */
    void answer(long thread) {
        open("answer", thread, List.of(), null);
    }

    /** Opens for a new thread in one of these spaces. */
    void start(List<SpaceChoice> spaces, @Nullable String chosen) {
        open("thread", 0, spaces, chosen);
    }

    private void open(String mode, long thread, List<SpaceChoice> spaces, @Nullable String chosen) {
        List<Language> offered = OfferedLanguages.all();
        getElement()
                .callJsFunction(
                        "open",
                        new Opened(
                                mode,
                                reader.asker().requirePerson().toString(),
                                reader.language().code(),
                                reader.zone().getId(),
                                words.of(reader.language(), "write"),
                                Markdown.MAX_LENGTH,
                                words.text(reader.language(), "discussions.refused.text-long", Markdown.MAX_LENGTH),
                                lacking(),
                                Arrays.stream(Language.values())
                                        .map(language -> new Choice(
                                                language.code(), language.ownName(), offered.contains(language)))
                                        .toList(),
                                voices.of(reader),
                                draft(desk.key()),
                                thread,
                                spaces,
                                chosen));
    }

    private Map<String, String> lacking() {
        return Map.of(
                "title", words.text(reader.language(), "discussions.refused.title-blank"),
                "space", words.text(reader.language(), "discussions.refused.space-unknown"),
                "text", words.text(reader.language(), "discussions.refused.text-blank"));
    }

    /** Shows that somebody else is writing. */
    void writer(PersonCard person) {
        getElement().callJsFunction("writers", List.of(person.name()));
    }

    // ---------- drafts ----------

    /** Keeps what was typed, unless another page has gone on with the draft meanwhile. */
    @ClientCallable
    Answer keep(Typed typed) {
        return answer(() -> {
            String key = key(typed.place());
            Optional<Draft> kept = drafts.find(reader.asker(), key);
            if (kept.isPresent() && newer(kept.get(), typed)) {
                return new Answer.NewerDraft(ShownDraft.of(kept.get()));
            }
            if (typed.blank()) {
                drafts.discard(reader.asker(), key);
                return new Answer.Kept(freshId(typed).toString(), 0, null);
            }
            PostId post = kept.map(Draft::post).orElseGet(() -> freshId(typed));
            Draft saved = drafts.save(
                    reader.asker(),
                    new Draft(
                            key,
                            post,
                            Math.max(typed.base(), kept.map(Draft::sequence).orElse(0L)) + 1,
                            typed.title().isBlank() ? null : typed.title(),
                            typed.text(),
                            typed.language(reader.language()),
                            typed.voice(),
                            null));
            if (!sameText(saved, typed)) {
                return new Answer.NewerDraft(ShownDraft.of(saved));
            }
            ShownDraft shown = given(saved);
            return new Answer.Kept(shown.post(), shown.sequence(), shown.savedAt());
        });
    }

    /** Throws a draft away. */
    @ClientCallable
    ShownDraft drop(String place) {
        String key = key(place);
        drafts.discard(reader.asker(), key);
        return empty(key);
    }

    /** A draft that an empty file chip has begun is not newer: nothing was typed there. */
    private static boolean newer(Draft kept, Typed typed) {
        return kept.sequence() > typed.base() && !kept.text().isBlank() && !sameText(kept, typed);
    }

    private static boolean sameText(Draft kept, Typed typed) {
        String title = kept.title() == null ? "" : kept.title();
        return kept.text().strip().equals(typed.text().strip())
                && title.strip().equals(typed.title().strip());
    }

    /**
     * The id for a text that has no draft: the one that was given out with the page. Where there was a draft and there is none any more, it
     * was posted from another page, and its id is a post's.
     */
    private PostId freshId(Typed typed) {
        if (typed.place().startsWith(EDIT)) {
            return edited(typed.place());
        }
        PostId id = ThreadPosts.post(typed.post());
        return typed.base() == 0 && givenOut.contains(id) ? id : giveOut(PostId.next());
    }

    private ShownDraft draft(String key) {
        return drafts.find(reader.asker(), key).map(this::given).orElseGet(() -> empty(key));
    }

    private ShownDraft given(Draft draft) {
        giveOut(draft.post());
        return ShownDraft.of(draft);
    }

    private ShownDraft empty(String key) {
        return key.startsWith(EDIT)
                ? ShownDraft.empty(key, edited(key), "", reader.language())
                : ShownDraft.empty(key, giveOut(PostId.next()), "", reader.language());
    }

    private PostId giveOut(PostId id) {
        givenOut.add(id);
        if (givenOut.size() > MOST_GIVEN_OUT) {
            givenOut.remove(givenOut.iterator().next());
        }
        return id;
    }

    private String key(String place) {
        return place.equals(MAIN) ? desk.key() : EDIT + edited(place);
    }

    private static PostId edited(String place) {
        if (!place.startsWith(EDIT)) {
            throw new NotFound();
        }
        return ThreadPosts.post(place.substring(EDIT.length()));
    }

    // ---------- sending ----------

    /** Posts or saves what was typed. */
    @ClientCallable
    Answer send(Typed typed) {
        return answer(() -> typed.place().startsWith(EDIT) ? save(typed) : post(typed));
    }

    private Answer post(Typed typed) {
        PostId id = ThreadPosts.post(typed.post());
        if (!givenOut.contains(id)) {
            throw new NotFound();
        }
        int number;
        try {
            number = desk.post(id, typed, typed.language(reader.language()));
        } catch (Forbidden forbidden) {
            voices.requireVoice(reader, typed.voice());
            throw forbidden;
        }
        Answer sent = new Answer.Sent(number, draft(desk.key()));
        desk.posted(number);
        return sent;
    }

    private Answer save(Typed typed) {
        PostId id = edited(typed.place());
        return switch (edit(new PostEdit(id, typed.version(), typed.text()))) {
            case EditOutcome.Saved saved -> {
                drafts.discard(reader.asker(), key(typed.place()));
                desk.changed();
                yield new Answer.Sent(0, empty(key(typed.place())));
            }
            case EditOutcome.Conflict(String theirs, long version, PersonId by) ->
                new Answer.EditConflict(new Answer.Theirs(
                        theirs, version, people.card(by).map(PersonCard::name).orElse("·")));
        };
    }

    private EditOutcome edit(PostEdit edit) {
        try {
            return conversations.edit(reader.asker(), edit);
        } catch (Forbidden forbidden) {
            threads.source(reader.asker(), edit.post()).ifPresent(source -> voices.requireChangeable(reader, source));
            throw forbidden;
        }
    }

    /** Begins or goes on to change a post. */
    @ClientCallable
    Answer begin(String post) {
        return answer(() -> {
            PostId id = ThreadPosts.post(post);
            Source source = threads.source(reader.asker(), id).orElseThrow(NotFound::new);
            voices.requireChangeable(reader, source);
            String key = EDIT + id;
            ShownDraft draft = drafts.find(reader.asker(), key)
                    .map(ShownDraft::of)
                    .orElseGet(() -> ShownDraft.empty(key, id, source.text(), source.language()));
            return new Answer.Begun(source.number(), source.text(), source.version(), draft);
        });
    }

    /** Whom one can speak to by what was typed after an @. */
    @ClientCallable
    Answer people(String name, String space) {
        return answer(() ->
                new Answer.Faces(desk.people(name.substring(0, Math.min(NAME, name.length())), space).stream()
                        .map(card -> new Answer.Named(
                                ShownPerson.of(card),
                                Markdown.mention(card.name(), card.id().value())))
                        .toList()));
    }

    @ClientCallable
    Answer preview(String text) {
        return answer(() -> {
            if (text.length() > Markdown.MAX_LENGTH) {
                throw Refused.at("text", "discussions.refused.text-long", Markdown.MAX_LENGTH);
            }
            return new Answer.Html(Markdown.render(text).html());
        });
    }

    @ClientCallable
    void writing() {
        desk.writing();
    }

    private Answer answer(Supplier<Answer> act) {
        try {
            return act.get();
        } catch (RuntimeException failure) {
            return words.problem(reader.language(), failure);
        }
    }
}
