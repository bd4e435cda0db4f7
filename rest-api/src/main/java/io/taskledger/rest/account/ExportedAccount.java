package io.taskledger.rest.account;

import java.io.IOException;

import io.taskledger.messages.account.AccountDetails;
import io.taskledger.messages.account.AccountQuery.FindOwnAccount;
import io.taskledger.rest.export.ExportArchive;
import io.taskledger.rest.export.ExportPart;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.rest.problem.ProblemType;
import io.taskledger.rest.problem.Refused;
import io.taskledger.security.Acting;
import io.taskledger.security.session.OwnSessions;
import io.taskledger.security.token.PersonalTokens;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who one is, and where one is signed in. The first, since without an account there is nothing to take along. */
@Component
@Order(1)
class ExportedAccount implements ExportPart {

    private final Gateways gateways;
    private final Avatars avatars;
    private final OwnSessions sessions;
    private final PersonalTokens tokens;

    ExportedAccount(Gateways gateways, Avatars avatars, OwnSessions sessions, PersonalTokens tokens) {
        this.gateways = gateways;
        this.avatars = avatars;
        this.sessions = sessions;
        this.tokens = tokens;
    }

    @Override
    public void writeTo(ExportArchive archive) throws IOException {
        var me = Acting.signedIn().orElseThrow();
        var account = gateways.find(new FindOwnAccount(), AccountDetails.class)
                .orElseThrow(() -> new Refused(ProblemType.NOT_AUTHENTICATED, "User not found"));
        var picture = avatars.address(account.userId(), account.picture());
        archive.value("profile.json", AccountAnswer.of(account, picture.orElse(null)));
        archive.list(
                "sessions.json",
                sessions.list(me).stream().map(SessionAnswer::of).iterator());
        archive.list(
                "tokens.json", tokens.list(me).stream().map(TokenAnswer::of).iterator());
    }
}
