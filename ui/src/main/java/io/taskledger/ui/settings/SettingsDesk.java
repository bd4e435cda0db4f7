package io.taskledger.ui.settings;

import io.taskledger.messages.UserId;
import io.taskledger.messages.account.AccountDetails;
import io.taskledger.security.Acting;
import io.taskledger.security.SignedIn;
import io.taskledger.ui.account.AccountQuestions;
import io.taskledger.ui.parts.Notice;
import io.taskledger.ui.words.Calendar;
import io.taskledger.ui.words.Reader;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;

/**
 * What every part of the settings works with.
 *
 * @param common whether the account is everybody's, so that nobody may take it from the others
 */
record SettingsDesk(Reader reader, CommandGateway commands, AccountQuestions questions, boolean common) {

    String say(String key, Object... values) {
        return reader.say(key, values);
    }

    Calendar calendar() {
        return new Calendar(reader);
    }

    SignedIn me() {
        return Acting.signedIn().orElseThrow();
    }

    UserId id() {
        return me().userId();
    }

    AccountDetails own() {
        return questions.own().orElseThrow();
    }

    /** @throws io.taskledger.messages.CommandRejected where it was refused */
    void send(Object command) {
        commands.<@Nullable Object>sendAndWait(command);
    }

    void tellSaved() {
        Notice.told(say("settings.saved"));
    }
}
