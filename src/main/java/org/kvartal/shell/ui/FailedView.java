package org.kvartal.shell.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.kvartal.kernel.Outage;
import org.kvartal.shell.Icon;

/** A page that could not be made. The reader gets a number to quote, the log the reason. */
@ParentLayout(MainLayout.class)
@PermitAll
class FailedView extends Trouble implements HasErrorParameter<Exception> {

    private final Incidents incidents;

    FailedView(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        if (Outage.behind(error.getException())) {
            explain(Icon.OFFLINE, "away");
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        explain(Icon.ALERT, "error");
        quote(incidents.record(error.getException()));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
