package io.taskledger.security.link;

import io.taskledger.messages.Actor;
import io.taskledger.messages.Via;
import io.taskledger.messages.account.AccountCommand.VerifyEmail;
import io.taskledger.security.RowsAndEvents;

/** Who has the link reads the address's mail. */
final class MailedProof implements EmailVerification {

    private final RowsAndEvents work;
    private final OwnAccounts accounts;
    private final Links links;
    private final LinkMail mail;

    MailedProof(RowsAndEvents work, OwnAccounts accounts, Links links, LinkMail mail) {
        this.work = work;
        this.accounts = accounts;
        this.links = links;
        this.mail = mail;
    }

    @Override
    public void request(Actor actor) {
        var account = accounts.find(actor)
                .orElseThrow(() -> new IllegalStateException("no account is known as " + actor.userId()));
        work.together(() -> {
            var link = links.make(actor.userId(), LinkPurpose.VERIFY_EMAIL, account.email());
            mail.send(LinkPurpose.VERIFY_EMAIL, actor.userId(), link);
            return link;
        });
    }

    @Override
    public String verify(String token, Via via) {
        var link = links.find(token, LinkPurpose.VERIFY_EMAIL);
        var actor = new Actor(link.userId(), via);
        var account = accounts.find(actor)
                .filter(found -> links.proves(link.address(), found.email()))
                .orElseThrow(() -> new LinkRefused(false));
        work.together(() -> {
            links.use(token, LinkPurpose.VERIFY_EMAIL);
            work.send(new VerifyEmail(link.userId(), account.email()), actor);
            return account;
        });
        return account.username();
    }
}
