package org.kvartal.accounts.web;

import jakarta.servlet.http.HttpServletRequest;
import org.kvartal.accounts.domain.SignedIn;
import org.kvartal.kernel.Asker;
import org.kvartal.kernel.CurrentReader;
import org.kvartal.kernel.House;
import org.kvartal.kernel.Language;
import org.kvartal.kernel.Reader;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/** Whoever is signed in, as they like to read; for everybody else a guest with the language of the address or of the browser. */
@Component
class RequestReader implements CurrentReader {

    private final SecurityContextHolderStrategy security;
    private final LocaleResolver languages;
    private final House house;

    RequestReader(SecurityContextHolderStrategy security, LocaleResolver languages, House house) {
        this.security = security;
        this.languages = languages;
        this.house = house;
    }

    @Override
    public Reader get() {
        Authentication sender = security.getContext().getAuthentication();
        return sender != null && sender.getPrincipal() instanceof SignedIn signedIn
                ? new Reader(Asker.of(signedIn.person()), house.offered(signedIn.language()), signedIn.zone())
                : new Reader(Asker.guest(), guestLanguage(), house.zone());
    }

    private Language guestLanguage() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return Language.of(languages.resolveLocale(request));
        }
        return house.language();
    }
}
