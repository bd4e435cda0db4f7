package io.taskledger.automation.mail;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import com.github.f4b6a3.ulid.UlidCreator;
import io.taskledger.automation.mail.Draft.Item;
import org.springframework.mail.MailException;

/** Lets an operator see whether mail goes out as it is set up. */
public final class TestMail {

    private final Envelope envelope;
    private final WayOut way;
    private final MailSettings settings;
    private final Clock clock;

    TestMail(Envelope envelope, WayOut way, MailSettings settings, Clock clock) {
        this.envelope = envelope;
        this.way = way;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Sends a mail at once.
     *
     * @return where it went
     * @throws NotSent where it did not, with a sentence that says why
     */
    public String send(String address) {
        requireAddress(address);
        var words = new Words(Locale.ENGLISH);
        var item = new Item(
                words.say("test.sentence", way.name()),
                List.of(),
                List.of(),
                words.say("test.open"),
                settings.publicUrl().toString());
        var draft = new Draft(
                Locale.ENGLISH,
                words.say("test.subject"),
                words.say("greeting", address),
                List.of(item),
                words.say("why.asked"),
                Optional.empty());
        try {
            way.hand(envelope.of(draft, "test-" + UlidCreator.getMonotonicUlid(), address, clock.instant()));
            return way.name();
        } catch (MailException | WayOut.RefusedForGood failed) {
            throw new NotSent("The mail did not go out by " + way.name() + ": " + failed.getMessage(), failed);
        }
    }

    private static void requireAddress(String address) {
        try {
            new InternetAddress(address, true).validate();
        } catch (AddressException no) {
            throw new NotSent("\"" + address + "\" is no mail address.", no);
        }
        if (address.indexOf('@') < 1) {
            throw new NotSent("\"" + address + "\" is no mail address.", null);
        }
    }

    /** The message is a sentence for the operator. */
    public static final class NotSent extends RuntimeException {
        NotSent(String sentence, @org.jspecify.annotations.Nullable Throwable cause) {
            super(sentence, cause);
        }
    }
}
