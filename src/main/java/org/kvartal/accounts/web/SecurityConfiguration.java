package org.kvartal.accounts.web;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.Set;
import org.kvartal.accounts.domain.SignIns;
import org.kvartal.kernel.House;
import org.kvartal.live.Live;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.server.servlet.Session.SessionTrackingMode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * One chain for both faces. Outside {@code /app} and {@code /my} everything is permitted here and guarded by the services.
 *
 * @see "Decision record 0060, signing in, sessions and headers"
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Duration A_YEAR = Duration.ofDays(365);

    @Bean
    SecurityFilterChain house(
            HttpSecurity http,
            House house,
            SignInCookies cookies,
            SignIns signIns,
            Live live,
            ContentPolicy policy,
            SecurityContextHolderStrategy security)
            throws Exception {
        var whoAsks = new SignInFilter(Workspace.PERSONAL, Workspace.STATIC, cookies, signIns, live, security);
        return http.securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                // No new session id at each request: every request recognises its person anew, and would count as a
                // sign-in. What a stranger planted is thrown away by SignInFilter.
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(SessionFixationConfigurer::none))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers(headers, house, policy))
                .addFilterAfter(new SameOriginFilter(house), HeaderWriterFilter.class)
                .addFilterBefore(whoAsks, AnonymousAuthenticationFilter.class)
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        flow -> flow.enableCsrfConfiguration(false)
                                .enableLogoutConfiguration(false)
                                .enableRequestCacheConfiguration(false)
                                .enableExceptionHandlingConfiguration(false)
                                .enableAuthorizedRequestsConfiguration(false))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new ToSignIn(cookies)))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(Workspace.STATIC, Workspace.OF_AN_OPEN_PAGE)
                        .permitAll()
                        .requestMatchers(Workspace.FOR_SIGNED_IN)
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .build();
    }

    /** Nobody signs in through Spring Security, so there is nothing to manage, and no invented user with a printed password. */
    @Bean
    AuthenticationManager nobodySignsInThisWay() {
        return _ -> {
            throw new AuthenticationServiceException("sign-ins begin in SignIns");
        };
    }

    /** The cookie of a workspace session goes to the workspace alone, and never into an address. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionCookie(House house) {
        return server -> {
            var session = server.getSettings().getSession();
            session.setTrackingModes(Set.of(SessionTrackingMode.COOKIE));
            var cookie = session.getCookie();
            cookie.setName(house.secure() ? "__Secure-kvartal-session" : "kvartal-session");
            cookie.setPath("/app");
            cookie.setHttpOnly(true);
            cookie.setSecure(house.secure());
            cookie.setSameSite(SameSite.LAX);
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, House house, ContentPolicy policy) {
        // Pages and files say themselves how long they may be kept.
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .xssProtection(HeadersConfigurer.XXssConfig::disable)
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                // Not no-referrer: a browser would then send a form's Origin as null, and the form would be refused.
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(
                        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"))
                .crossOriginOpenerPolicy(opener ->
                        opener.policy(CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(transport -> transport
                        .requestMatcher(_ -> house.secure())
                        .maxAgeInSeconds(A_YEAR.toSeconds())
                        .includeSubDomains(false))
                .addHeaderWriter(policy);
    }
}
