package org.kvartal.shell.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.kvartal.shell.Icon;

/** A page of a module that this house does not use. */
@ParentLayout(MainLayout.class)
@PermitAll
class NotInUseView extends Trouble implements HasErrorParameter<NotInUse> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotInUse> error) {
        explain(Icon.SEARCH, "not-in-use");
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
