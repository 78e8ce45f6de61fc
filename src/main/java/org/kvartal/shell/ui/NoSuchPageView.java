package org.kvartal.shell.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.kvartal.shell.Icon;

/** An address at which there is nothing. */
@ParentLayout(MainLayout.class)
@PermitAll
class NoSuchPageView extends Trouble implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
        explain(Icon.SEARCH, "missing");
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
