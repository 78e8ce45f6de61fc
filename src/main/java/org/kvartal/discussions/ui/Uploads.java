package org.kvartal.discussions.ui;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.ElementRequestHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kvartal.discussions.Drafts;
import org.kvartal.discussions.Drafts.Draft;
import org.kvartal.discussions.PostId;
import org.kvartal.files.FilePages;
import org.kvartal.files.Files;
import org.kvartal.files.StoredFile;
import org.kvartal.kernel.Forbidden;
import org.kvartal.kernel.NotFound;
import org.kvartal.kernel.Reader;
import org.kvartal.kernel.Refused;
import org.springframework.stereotype.Component;

/**
 * Takes the files that are put into a text. Each comes as the body of a request of its own, at an address that only this page knows, and is
 * read without holding the session: a slow upload keeps nobody from typing.
 */
@Component
class Uploads {

    /** What is read of a file that was refused, so that the browser hears why instead of losing the connection. */
    private static final long DRAINED = 64L * 1024 * 1024;

    private static final int BUFFER = 16 * 1024;

    private final Files files;
    private final Drafts drafts;
    private final PageWords words;

    Uploads(Files files, Drafts drafts, PageWords words) {
        this.files = files;
        this.drafts = drafts;
        this.words = words;
    }

    /** Takes files of this reader into the draft whose key belongs to the place that the request names. */
    ElementRequestHandler into(Reader reader, UnaryOperator<String> key) {
        return new ElementRequestHandler() {
            @Override
            public void handleRequest(
                    VaadinRequest request, VaadinResponse response, VaadinSession session, Element owner)
                    throws IOException {
                answer(response, take(request, reader, key));
            }

            // As the addresses of Flow's own uploads end.
            @Override
            public String getUrlPostfix() {
                return "upload";
            }
        };
    }

    private Answer take(VaadinRequest request, Reader reader, UnaryOperator<String> key) throws IOException {
        InputStream content = request.getInputStream();
        try {
            Draft draft = draft(reader, key.apply(parameter(request, "place")));
            StoredFile file = files.store(
                    reader.asker(), drafts.attach(reader.asker(), draft.post()), parameter(request, "name"), content);
            return new Answer.Uploaded(file.name(), FilePages.file(file.id()), file.isPicture(), ShownDraft.of(draft));
        } catch (Refused | NotFound | Forbidden refusal) {
            drain(content);
            return words.problem(reader.language(), refusal);
        }
    }

    /** A file needs something to belong to: where nothing was typed yet, an empty draft. */
    private Draft draft(Reader reader, String key) {
        Optional<Draft> kept = drafts.find(reader.asker(), key);
        if (kept.isPresent()) {
            return kept.get();
        }
        PostId post = key.startsWith("edit:") ? ThreadPosts.post(key.substring("edit:".length())) : PostId.next();
        return drafts.save(reader.asker(), new Draft(key, post, 1, null, "", reader.language(), null));
    }

    private static void drain(InputStream content) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = DRAINED;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = content.read(buffer);
            left -= read;
        }
    }

    private static void answer(VaadinResponse response, Answer answer) throws IOException {
        response.setStatus(HttpStatusCode.OK.getCode());
        response.setContentType("application/json; charset=utf-8");
        response.getWriter().write(JacksonUtils.writeValue(answer).toString());
    }

    private static String parameter(VaadinRequest request, String name) {
        @Nullable String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
