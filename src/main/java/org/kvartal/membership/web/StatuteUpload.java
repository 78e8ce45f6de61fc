package org.kvartal.membership.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.kvartal.kernel.Refused;
import org.kvartal.membership.Joining;
import org.kvartal.site.Form;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Attaches the file that came with a form to the application, or takes it away. */
@Component
class StatuteUpload {

    private static final String FIELD = "statute";

    private final Joining joining;

    StatuteUpload(Joining joining) {
        this.joining = joining;
    }

    /** @return why the file was not taken; empty where it was, or none came */
    Optional<Refused> receive(String key, HttpServletRequest request) {
        if (!(request instanceof MultipartHttpServletRequest form)) {
            return Optional.empty();
        }
        MultipartFile file = form.getFile(FIELD);
        String name = file == null ? null : file.getOriginalFilename();
        try {
            if (file != null && name != null && !name.isEmpty()) {
                try (InputStream content = file.getInputStream()) {
                    joining.attach(key, name, content);
                }
            } else if (Form.field(request, "detach").equals("true")) {
                joining.detach(key);
            }
            return Optional.empty();
        } catch (Refused refused) {
            return Optional.of(refused);
        } catch (IOException broken) {
            throw new UncheckedIOException("an upload could not be read", broken);
        }
    }
}
