package io.taskledger.security;

import java.util.Optional;

import io.taskledger.messages.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who acts on this thread: the signed-in person of the request, or whom the system acts for just now. */
public final class Acting {

    private static final ScopedValue<Actor> ON_BEHALF = ScopedValue.newInstance();

    private Acting() {}

    /** Empty where nobody is signed in and the system acts by itself. */
    public static Optional<Actor> now() {
        return ON_BEHALF.isBound() ? Optional.of(ON_BEHALF.get()) : signedIn().map(SignedIn::actor);
    }

    /** The signed-in person of this request. */
    public static Optional<SignedIn> signedIn() {
        return principal(SecurityContextHolder.getContext().getAuthentication());
    }

    /** Runs as if this actor had asked: for the command line, an import or a job. */
    public static <T extends @Nullable Object, X extends Throwable> T as(
            Actor actor, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(ON_BEHALF, actor).call(work);
    }

    private static Optional<SignedIn> principal(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }
}
