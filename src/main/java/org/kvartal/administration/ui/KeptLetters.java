package org.kvartal.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinServletRequest;
import org.kvartal.kernel.Reader;
import org.kvartal.mail.CaughtLetters;
import org.kvartal.mail.MailPages;
import org.springframework.beans.factory.ObjectProvider;

/** Says that letters stay in the house, and leads whoever may read them to their page; for everybody else there is none. */
class KeptLetters {

    private final boolean shown;
    private final String path;

    /** Must be made in a turn that a request of the reader has begun. */
    KeptLetters(ObjectProvider<CaughtLetters> letters, Reader reader) {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        shown = request != null && letters.stream().anyMatch(one -> one.areShownTo(request.getHttpServletRequest()));
        path = "/" + reader.language().code() + MailPages.LETTERS;
    }

    /** @param key of a sentence; with {@code -here} that of the same one with the page's address in it */
    Component said(String key) {
        Span sentence = new Span();
        if (!shown) {
            sentence.setText(sentence.getTranslation(key));
            return sentence;
        }
        String words = sentence.getTranslation(key + "-here", MailPages.LETTERS);
        int at = words.indexOf(MailPages.LETTERS);
        Anchor page = new Anchor(path, MailPages.LETTERS);
        page.setRouterIgnore(true);
        sentence.add(
                new Text(words.substring(0, at)), page, new Text(words.substring(at + MailPages.LETTERS.length())));
        return sentence;
    }
}
