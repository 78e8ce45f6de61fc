package org.kvartal.shell.ui;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.kvartal.shell.Icon;

/** A page that is for others. */
@ParentLayout(MainLayout.class)
@PermitAll
class NotAllowedView extends Trouble implements HasErrorParameter<AccessDeniedException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        explain(Icon.LOCK, "forbidden");
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
