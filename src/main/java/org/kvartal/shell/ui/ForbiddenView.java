package org.kvartal.shell.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.kvartal.kernel.Forbidden;
import org.kvartal.shell.Icon;

/** A thing that the reader may know of, but not see. */
@ParentLayout(MainLayout.class)
@PermitAll
class ForbiddenView extends Trouble implements HasErrorParameter<Forbidden> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Forbidden> error) {
        explain(Icon.LOCK, "forbidden");
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
