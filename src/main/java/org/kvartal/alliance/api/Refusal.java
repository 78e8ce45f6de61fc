package org.kvartal.alliance.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Why a request gets no data, as a key of the texts. */
class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final @Nullable String parameter;
    private final String key;
    private final List<Object> arguments;

    private Refusal(HttpStatus status, @Nullable String parameter, String key, Object... arguments) {
        super(key, null, false, false);
        this.status = status;
        this.parameter = parameter;
        this.key = "alliance.api." + key;
        this.arguments = List.of(arguments);
    }

    /** A parameter says something that can't be meant. */
    static Refusal of(String parameter, String key, Object... arguments) {
        return new Refusal(HttpStatus.BAD_REQUEST, parameter, key, arguments);
    }

    static Refusal of(HttpStatus status, String key, Object... arguments) {
        return new Refusal(status, null, key, arguments);
    }

    HttpStatus status() {
        return status;
    }

    @Nullable String parameter() {
        return parameter;
    }

    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
