package org.kvartal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/**
 * Says why the house can't open in one sentence, where the person who started it can do something about it: a taken port, and what
 * the modules' own analyzers know. It speaks before the log is set up as well. What only a developer can mend is left to Spring.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailure implements SpringBootExceptionReporter {

    @Override
    public boolean reportException(Throwable failure) {
        String sentence = sentence(failure);
        if (sentence == null) {
            return false;
        }
        System.err.println("Kvartal can't start: " + sentence);
        return true;
    }

    static @Nullable String sentence(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return "port %d is taken by another program; choose another one: ./kvartal run --port %d"
                        .formatted(taken.getPort(), taken.getPort() + 1);
            }
        }
        // Spring's own analyzers want a context, which there may not be; they are passed over here.
        FailureHandler passedOver = (_, _, _) -> {};
        for (FailureAnalyzer analyzer :
                SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class, passedOver)) {
            if (analyzer.getClass().getName().startsWith(StartFailure.class.getPackageName() + ".")) {
                FailureAnalysis analysis = analyzer.analyze(failure);
                if (analysis != null) {
                    return analysis.getDescription();
                }
            }
        }
        return null;
    }
}
