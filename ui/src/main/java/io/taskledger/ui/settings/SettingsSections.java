package io.taskledger.ui.settings;

import com.vaadin.flow.component.Component;
import io.taskledger.security.Acting;
import io.taskledger.security.erasure.AccountDeletion;
import io.taskledger.security.link.EmailVerification;
import io.taskledger.security.password.PasswordChanges;
import io.taskledger.security.password.Passwords;
import io.taskledger.security.session.OwnSessions;
import io.taskledger.security.token.PersonalTokens;
import io.taskledger.ui.account.AccountQuestions;
import io.taskledger.ui.account.DemoOffer;
import io.taskledger.ui.words.Reader;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;

/** Makes the parts of the settings, each of what it needs. */
@org.springframework.stereotype.Component
class SettingsSections {

    private final CommandGateway commands;
    private final AccountQuestions questions;
    private final Pictures pictures;
    private final PasswordChanges changes;
    private final Passwords passwords;
    private final EmailVerification verification;
    private final OwnSessions sessions;
    private final PersonalTokens tokens;
    private final AccountDeletion deletion;
    private final ObjectProvider<DemoOffer> demo;

    SettingsSections(
            CommandGateway commands,
            AccountQuestions questions,
            Pictures pictures,
            PasswordChanges changes,
            Passwords passwords,
            EmailVerification verification,
            OwnSessions sessions,
            PersonalTokens tokens,
            AccountDeletion deletion,
            ObjectProvider<DemoOffer> demo) {
        this.commands = commands;
        this.questions = questions;
        this.pictures = pictures;
        this.changes = changes;
        this.passwords = passwords;
        this.verification = verification;
        this.sessions = sessions;
        this.tokens = tokens;
        this.deletion = deletion;
        this.demo = demo;
    }

    Component of(SettingsPart part, Reader reader) {
        var desk = new SettingsDesk(reader, commands, questions, isCommon());
        return switch (part) {
            case PROFILE -> new ProfileSheet(desk, pictures);
            case EMAIL -> new EmailSheet(desk, changes, verification);
            case PASSWORD -> new PasswordSheet(desk, changes, passwords);
            case SESSIONS -> new SessionsSheet(desk, sessions);
            case TOKENS -> new TokensSheet(desk, tokens);
            case NOTIFICATIONS -> new NotificationsSheet(desk);
            case APPEARANCE -> new AppearanceSheet(desk);
            case EXPORT -> new ExportSheet(desk);
            case DELETION -> new DeletionSheet(desk, deletion);
        };
    }

    private boolean isCommon() {
        return demo.stream()
                .anyMatch(offer -> Acting.signedIn()
                        .filter(me -> me.username().equalsIgnoreCase(offer.username()))
                        .isPresent());
    }
}
