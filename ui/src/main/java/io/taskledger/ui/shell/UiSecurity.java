package io.taskledger.ui.shell;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.limit.RateLimited;
import io.taskledger.security.session.EndSessionAtLogout;
import io.taskledger.security.session.EndedSessionFilter;
import io.taskledger.security.session.LivingSessions;
import io.taskledger.security.token.BrowserContinuity;
import io.taskledger.security.web.EdgeHeaders;
import io.taskledger.ui.account.SignInView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;

/** Who may see a page: the chain for browsers, behind all others. Every page is closed unless its view opens it. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class UiSecurity {

    private static final String SIGN_IN = "/login";

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain browserChain(
            HttpSecurity http,
            AuthenticationProvider passwords,
            EndSessionAtLogout atLogout,
            BrowserContinuity continuity,
            LivingSessions sessions,
            SecuritySettings settings,
            RequestUtil vaadin) {
        http.authenticationProvider(passwords);
        http.authenticationProvider(continuity.provider());
        http.rememberMe(kept -> kept.rememberMeServices(continuity));
        http.addFilterAfter(new EndedSessionFilter(sessions), SecurityContextHolderFilter.class);
        http.headers(EdgeHeaders.on(settings));
        http.authorizeHttpRequests(
                requests -> requests.requestMatchers(StaticParts.PUBLIC).permitAll());
        // Vaadin's own set-up leaves the sign-in form without CSRF protection: only its framework calls, which carry
        // their own key, may go without.
        http.csrf(csrf -> csrf.ignoringRequestMatchers(vaadin::isFrameworkInternalRequest));
        http.formLogin(form -> form.loginPage(SIGN_IN).failureHandler(refusal()));
        http.exceptionHandling(handling -> handling.accessDeniedHandler(backToSignIn()));
        return http.with(VaadinSecurityConfigurer.vaadin(), pages -> {
                    pages.loginView(SignInView.class);
                    pages.enableCsrfConfiguration(false);
                    pages.anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated);
                    pages.addLogoutHandler(atLogout);
                })
                .build();
    }

    /** Being too busy to check a password, or asked too often, says nothing of the password. */
    private static AuthenticationFailureHandler refusal() {
        return (request, response, refused) -> {
            var why = refused.getCause() instanceof RateLimited ? "?limited" : "?busy";
            response.sendRedirect(request.getContextPath()
                    + SIGN_IN
                    + (refused instanceof AuthenticationServiceException ? why : "?error"));
        };
    }

    /** A sign-in page left open over a restart holds a token that nobody knows: it gets a new one, not an error. */
    private static AccessDeniedHandler backToSignIn() {
        var otherwise = new AccessDeniedHandlerImpl();
        return (request, response, denied) -> {
            if (denied instanceof CsrfException && request.getServletPath().equals(SIGN_IN)) {
                response.sendRedirect(request.getContextPath() + SIGN_IN + "?stale");
            } else {
                otherwise.handle(request, response, denied);
            }
        };
    }
}
