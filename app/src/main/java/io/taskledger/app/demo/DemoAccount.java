package io.taskledger.app.demo;

import io.taskledger.automation.demo.DemoBoard;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Via;
import io.taskledger.security.Acting;
import io.taskledger.security.password.StandingAccount;
import io.taskledger.ui.account.DemoOffer;

/** An account that everybody knows the password of. */
record DemoAccount(String username, String email, String password) implements DemoOffer {

    void makeReady(StandingAccount accounts, DemoBoard board) {
        var demo = accounts.ensure(username, email, password);
        Acting.as(new Actor(demo, Via.SYSTEM), () -> {
            board.makeReady();
            return demo;
        });
    }
}
