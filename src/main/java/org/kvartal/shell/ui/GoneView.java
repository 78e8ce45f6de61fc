package org.kvartal.shell.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.kvartal.kernel.NotFound;
import org.kvartal.shell.Icon;

/** A thing that is not there, or that the reader may not know of. */
@ParentLayout(MainLayout.class)
@PermitAll
class GoneView extends Trouble implements HasErrorParameter<NotFound> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> error) {
        explain(Icon.SEARCH, "missing");
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
