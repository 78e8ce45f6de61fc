package org.kvartal;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.web.server.PortInUseException;

/** Says why the house can't open in words for the person who started it: the reason, and what to do. */
class StartFailure implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println("Kvartal can't start: " + sentence(analysis));
    }

    static String sentence(FailureAnalysis analysis) {
        if (analysis.getCause() instanceof PortInUseException taken) {
            return "port %d is taken by another program; choose another one: ./kvartal run --port %d"
                    .formatted(taken.getPort(), taken.getPort() + 1);
        }
        String action = analysis.getAction();
        return action == null || action.isBlank()
                ? analysis.getDescription()
                : analysis.getDescription() + "\n" + action;
    }
}
