package org.kvartal.alliance.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Messages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Why there is no data. */
@Schema(
        name = "Problem",
        description =
                "Why there is no data (RFC 9457), in the language that the client accepts: English, Russian or Bulgarian")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "about:blank")
        String type,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Bad Request")
        String title,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "400")
        int status,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "What to mend",
                example = "“limit” is a number from 1 to 500, or “all”; “-5” is neither.")
        String detail,

        @Schema(description = "The parameter that it is about", example = "limit") @Nullable String parameter,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "/api/v1/entries")
        String instance) {

    /**
     * Writes problems as answers.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
     */
    @Component
    static class Writer {

        private final Messages messages;
        private final JsonMapper json;

        Writer(Messages messages, JsonMapper json) {
            this.messages = messages;
            this.json = json;
        }

        void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
            HttpStatus status = refusal.status();
            Language language = Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
            Problem problem = new Problem(
                    "about:blank",
                    status.getReasonPhrase(),
                    status.value(),
                    messages.text(language, refusal.key(), refusal.arguments()),
                    refusal.parameter(),
                    request.getRequestURI());
            response.resetBuffer();
            response.setStatus(status.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.code());
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            response.getOutputStream().write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
        }
    }
}
