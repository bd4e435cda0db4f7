package io.taskledger.security.link;

import io.taskledger.messages.UserId;

/** Sees to it that somebody is mailed a link. */
@FunctionalInterface
public interface LinkMail {

    /**
     * Part of the caller's transaction; the mail goes out later.
     *
     * @param to an account, or one that there is not, who then gets none
     * @param link id of the link, under which {@link LinkTokens} has its secret
     */
    void send(LinkPurpose purpose, UserId to, String link);
}
