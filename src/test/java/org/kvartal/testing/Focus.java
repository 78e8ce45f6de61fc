package org.kvartal.testing;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.internal.StateNode;
import java.util.List;
import java.util.Optional;

/** Where the keyboard of a view was led. */
public final class Focus {

    private Focus() {}

    /** Where it is after all that has happened since this was last asked; empty where it was led nowhere. */
    public static Optional<StateNode> led() {
        UI ui = UI.getCurrent();
        ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        List<StateNode> led = ui.getInternals().dumpPendingJavaScriptInvocations().stream()
                .filter(call -> call.getInvocation().getExpression().contains("focus"))
                .map(PendingJavaScriptInvocation::getOwner)
                .toList();
        return led.isEmpty() ? Optional.empty() : Optional.of(led.getLast());
    }
}
