package io.taskledger.messages.account;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Of what somebody wants to be told by mail, and when not.
 *
 * @param mail whether any mail is wanted
 * @param kinds those that are wanted, each once, in the order of {@link MailKind}
 * @param quiet when mails are kept back; null for never
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Preferences(
        boolean mail, List<MailKind> kinds, @Nullable QuietHours quiet) {

    public Preferences {
        kinds = kinds.stream().distinct().sorted().toList();
    }

    /** Of somebody who never said anything. */
    public static Preferences atFirst() {
        return new Preferences(
                true,
                Stream.of(MailKind.values()).filter(MailKind::wantedAtFirst).toList(),
                null);
    }

    /** Whether a mail of this kind is wanted at all. */
    public boolean want(MailKind kind) {
        return mail && kinds.contains(kind);
    }
}
