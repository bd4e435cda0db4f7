package io.taskledger.app.demo;

import io.taskledger.automation.demo.DemoBoard;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Via;
import io.taskledger.security.Acting;
import io.taskledger.security.password.StandingAccount;
import io.taskledger.ui.account.DemoOffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An account that everybody knows the password of. */
record DemoAccount(String username, String email, String password) implements DemoOffer {

    private static final Logger log = LoggerFactory.getLogger(DemoAccount.class);

    void makeReady(StandingAccount accounts, DemoBoard board) {
        var demo = accounts.ensure(username, email, password);
        Acting.as(new Actor(demo, Via.SYSTEM), () -> {
            board.makeReady();
            return demo;
        });
    }

    /** Of an earlier start that had it on. */
    void close(StandingAccount accounts) {
        if (accounts.close(username, email, password)) {
            log.warn("The demo is off: nobody signs in to {} by the password that everybody knows any more", username);
        }
    }
}
