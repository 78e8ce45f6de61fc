package org.kvartal.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/**
 * Answers with public pages: the same bytes for everyone, made once per version of what they show and kept in memory, with an ETag that
 * spares even those bytes to whoever has them.
 *
 * @see "Decision record 0003, public pages are made once"
 */
public interface PublicPages {

    /**
     * Answers with a page, or with 304 where the browser has this version.
     *
     * @param template the Thymeleaf template
     * @param version what the page shows, told briefly: a number or words that change whenever the content does
     * @param model made only when the page has to be made; holds a {@link PublicPage} under the name {@code page}
     */
    ResponseEntity<byte[]> answer(
            HttpServletRequest request,
            HttpServletResponse response,
            String template,
            String version,
            Supplier<Map<String, Object>> model);
}
