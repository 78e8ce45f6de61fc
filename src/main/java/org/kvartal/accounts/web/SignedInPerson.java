package org.kvartal.accounts.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kvartal.accounts.domain.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who sends a request, in Spring Security's words: the name is the person's id, the authorities are the roles of the whole house. */
final class SignedInPerson extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient SignedIn signedIn;

    SignedInPerson(SignedIn signedIn) {
        super(signedIn.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList());
        this.signedIn = signedIn;
        setAuthenticated(true);
    }

    @Override
    public SignedIn getPrincipal() {
        return signedIn;
    }

    @Override
    public String getName() {
        return signedIn.person().toString();
    }

    /** Nothing: the cookie stays with the request. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInPerson person && signedIn.equals(person.signedIn);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(signedIn);
    }
}
