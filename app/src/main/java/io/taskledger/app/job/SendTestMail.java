package io.taskledger.app.job;

import java.util.Map;

import io.taskledger.automation.mail.TestMail;
import org.springframework.stereotype.Component;

/** Sends a mail to an address, to see whether it goes out. */
@Component
public final class SendTestMail implements JobKind {

    public static final String NAME = "mail-test";
    public static final String ADDRESS = "address";

    private final TestMail mail;

    SendTestMail(TestMail mail) {
        this.mail = mail;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(Map<String, String> arguments, byte[] input, Progress progress) {
        var address = String.valueOf(arguments.get(ADDRESS));
        try {
            return "The mail to " + address + " went out by " + mail.send(address) + ".";
        } catch (TestMail.NotSent notSent) {
            throw new JobRefused(String.valueOf(notSent.getMessage()));
        }
    }
}
