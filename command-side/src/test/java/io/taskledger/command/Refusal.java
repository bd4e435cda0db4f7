package io.taskledger.command;

import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Rejection;
import org.hamcrest.CoreMatchers;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;

/** A refusal for a certain reason, in the words of Axon's fixtures. */
public final class Refusal extends FeatureMatcher<CommandRejected, Rejection> {

    private Refusal(Rejection reason) {
        super(CoreMatchers.equalTo(reason), "a refusal for", "reason");
    }

    public static Matcher<CommandRejected> because(Rejection reason) {
        return new Refusal(reason);
    }

    @Override
    protected Rejection featureValueOf(CommandRejected refused) {
        return refused.rejection();
    }
}
