package io.taskledger.security.key;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.AEADBadTagException;

import io.taskledger.ledger.personal.PersonalCipher;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.Rejection;
import io.taskledger.messages.SubjectId;

/**
 * Seals with {@link SubjectKeys}. Text: the key's version, a dot, and what {@link Aead} makes in base64url (RFC 4648 §5).
 * Bound to the event's type, the subject and the key's version.
 */
final class SubjectCipher implements PersonalCipher {

    private static final int NEWEST = 1;
    private static final String PREFIX = NEWEST + ".";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final SubjectKeys keys;

    SubjectCipher(SubjectKeys keys) {
        this.keys = keys;
    }

    /**
     * {@inheritDoc}
     *
     * @throws CommandRejected where the subject was erased
     */
    @Override
    public String seal(String subject, String type, byte[] clear) {
        var key = keys.findOrMake(subject, NEWEST)
                .orElseThrow(() -> new CommandRejected(
                        new Rejection.SubjectErased(SubjectId.parse(subject).orElseThrow())));
        return PREFIX + ENCODER.encodeToString(Aead.seal(key, about(subject, type, NEWEST), clear));
    }

    /**
     * {@inheritDoc}
     *
     * @throws BrokenSeal where it does not open
     * @throws KeyFault where the key is lost, or was wrapped by another master key
     */
    @Override
    public Optional<byte[]> open(String subject, String type, String sealed) {
        try {
            var dot = sealed.indexOf('.');
            var version = Integer.parseInt(sealed, 0, dot, 10);
            var bytes = DECODER.decode(sealed.substring(dot + 1));
            var key = keys.find(subject, version);
            return key.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Aead.open(key.get(), about(subject, type, version), bytes));
        } catch (AEADBadTagException | IllegalArgumentException | IndexOutOfBoundsException changed) {
            throw new BrokenSeal(subject, type, changed);
        }
    }

    private static byte[] about(String subject, String type, int version) {
        return (type + '\n' + subject + '\n' + version).getBytes(StandardCharsets.UTF_8);
    }
}
