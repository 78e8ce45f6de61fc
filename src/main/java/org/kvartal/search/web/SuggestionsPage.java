package org.kvartal.search.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.Messages;
import org.kvartal.kernel.Reader;
import org.kvartal.search.Search;
import org.kvartal.search.Search.Suggestion;
import org.kvartal.search.SearchPages;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is suggested while somebody types into the box in the head, or a title. Asked for beside the workspace, so that no page waits for it. */
@RestController
class SuggestionsPage {

    private static final int MOST = 8;
    private static final int MOST_SIMILAR = 5;

    private final Search search;
    private final CurrentReader currentReader;
    private final Messages messages;

    SuggestionsPage(Search search, CurrentReader currentReader, Messages messages) {
        this.search = search;
        this.currentReader = currentReader;
        this.messages = messages;
    }

    /**
     * @param kind in the reader's language
     * @param language of the title, as a BCP 47 tag
     */
    record Line(
            String title,
            String language,
            String kind,
            @Nullable String note,
            String path) {}

    @GetMapping(path = SearchPages.SUGGESTIONS, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Line>> suggestions(@RequestParam(name = "q", defaultValue = "") String typed) {
        Reader reader = currentReader.get();
        return lines(search.suggest(reader.asker(), typed, reader.language(), MOST), reader);
    }

    @GetMapping(path = SearchPages.SIMILAR, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Line>> similar(@RequestParam(defaultValue = "") String title) {
        Reader reader = currentReader.get();
        return lines(search.similar(reader.asker(), title, reader.language(), MOST_SIMILAR), reader);
    }

    private ResponseEntity<List<Line>> lines(List<Suggestion> found, Reader reader) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(found.stream().map(one -> line(one, reader)).toList());
    }

    private Line line(Suggestion suggestion, Reader reader) {
        return new Line(
                suggestion.code() == null ? suggestion.title() : suggestion.code() + " " + suggestion.title(),
                suggestion.language().code(),
                messages.text(reader.language(), suggestion.label()),
                suggestion.note(),
                suggestion.path());
    }
}
