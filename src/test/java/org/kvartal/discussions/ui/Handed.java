package org.kvartal.discussions.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the server hands to the elements of the page, as their scripts get it. */
final class Handed {

    private Handed() {}

    /** What has been handed to a function of the component since this was last asked, in order. */
    static List<JsonNode> to(Component component, String function) {
        UI ui = UI.getCurrent();
        ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        List<JsonNode> handed = new ArrayList<>();
        for (PendingJavaScriptInvocation call : ui.getInternals().dumpPendingJavaScriptInvocations()) {
            if (call.getInvocation().getExpression().contains("." + function + "(")
                    && call.getOwner().equals(component.getElement().getNode())) {
                handed.add(JacksonUtils.getMapper()
                        .valueToTree(call.getInvocation().getParameters().get(1)));
            }
        }
        return handed;
    }
}
