package io.taskledger.security.link;

import java.util.Optional;

/** The secrets of mailed links, for whoever writes the mails; never for an edge. */
@FunctionalInterface
public interface LinkTokens {

    /**
     * The token of a link; empty where it was used, replaced by a newer one or has run out, or was meant for another
     * address than this.
     */
    Optional<String> token(String link, String email);
}
