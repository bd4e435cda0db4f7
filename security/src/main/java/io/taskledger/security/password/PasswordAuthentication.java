package io.taskledger.security.password;

import io.taskledger.messages.Via;
import io.taskledger.security.Accounts;
import io.taskledger.security.limit.RateLimited;
import io.taskledger.security.session.SessionAuthentication;
import io.taskledger.security.session.SessionAuthentication.Proof;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** The browser's form login: name and password in, a session out. */
final class PasswordAuthentication implements AuthenticationProvider {

    private final Accounts accounts;

    PasswordAuthentication(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var password = asked.getCredentials() instanceof String text ? text : "";
        try {
            return accounts.signIn(asked.getName(), password, Via.BROWSER)
                    .map(session -> new SessionAuthentication(session, Proof.SIGN_IN))
                    .orElseThrow(() -> new BadCredentialsException("Invalid username or password"));
        } catch (TooBusy busy) {
            throw new AuthenticationServiceException("Too many are signing in just now", busy);
        } catch (RateLimited limited) {
            throw new AuthenticationServiceException("Signing in was tried too often", limited);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
