package io.taskledger.automation.mail;

import java.time.Instant;

/** What became of a letter. The reasons are for operators and name nobody. */
sealed interface Delivery {

    record Sent() implements Delivery {}

    /** There is nothing to tell any more, or nobody to tell it to. */
    record Withheld(String why) implements Delivery {}

    /** For good: another try would be refused as well. */
    record Refused(String why) implements Delivery {}

    /** It is tried again. */
    record Failed(String why) implements Delivery {}

    /** The server was not reached, so that no other letter would reach it now: asked again soon, however long it is away. */
    record Away(String why) implements Delivery {}

    record KeptBack(Instant until) implements Delivery {}
}
