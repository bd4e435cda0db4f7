package io.taskledger.rest.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.FieldRules;
import io.taskledger.messages.SessionId;
import io.taskledger.messages.Via;
import io.taskledger.rest.PretendHouse;
import io.taskledger.security.Scope;
import io.taskledger.security.SignedIn;
import io.taskledger.security.session.SessionAuthentication;
import io.taskledger.security.token.PersonalTokens;
import io.taskledger.security.token.TokenDetails;

/** Ann has one token for a program, which may do what a test says. */
public class PretendTokens implements PersonalTokens {

    public static final String TOKEN = PREFIX + "the-token-of-anns-program";
    public static final SessionId PROGRAM = new SessionId("session-01KAJ4X9T3B6N8R0C2YVHE5G7F");

    public final List<String> asked = new ArrayList<>();
    public final Set<Scope> scopes = EnumSet.noneOf(Scope.class);

    public void clear() {
        asked.clear();
        scopes.clear();
    }

    @Override
    public NewToken make(SignedIn who, String name, Set<Scope> wanted, Instant until) {
        new FieldRules()
                .must(until.isAfter(PretendHouse.NOW), "expires_at", Kind.OUT_OF_RANGE, 0)
                .enforce();
        return new NewToken(TOKEN, new TokenDetails(PROGRAM, name, wanted, PretendHouse.NOW, PretendHouse.NOW, until));
    }

    @Override
    public List<TokenDetails> list(SignedIn who) {
        var used = PretendHouse.NOW.plusSeconds(60);
        return List.of(new TokenDetails(
                PROGRAM, "backup", Set.of(Scope.TASKS_READ), PretendHouse.NOW, used, used.plusSeconds(60)));
    }

    @Override
    public boolean revoke(SignedIn who, SessionId id) {
        asked.add("revoke " + id);
        return id.equals(PROGRAM);
    }

    @Override
    public Optional<SessionAuthentication> read(String token) {
        return token.equals(TOKEN)
                ? Optional.of(new SessionAuthentication(
                        new SignedIn(PretendHouse.ANN, "ann", PROGRAM, Via.REST, Instant.MAX), scopes))
                : Optional.empty();
    }
}
