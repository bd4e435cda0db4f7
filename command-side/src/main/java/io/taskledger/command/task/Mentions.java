package io.taskledger.command.task;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.taskledger.command.account.AccountNames;
import io.taskledger.messages.UserId;

/** Who is called by name in a text: {@code @ann}. */
record Mentions(AccountNames names) {

    /** Each name is looked up in the ledger. */
    private static final int MOST = 50;

    /** Not in an address: what stands before the @ is no letter. */
    private static final Pattern CALL =
            Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}._@-])@([\\p{L}\\p{M}\\p{N}._-]{3,50})");

    private static final Pattern PUNCTUATION = Pattern.compile("[._-]+$");

    /** Each once, in the order of the text. */
    List<UserId> in(String text, Predicate<UserId> counts) {
        return in(text, Set.of(), counts);
    }

    /** Of those called in the new text, the ones that the old one does not call. */
    List<UserId> added(String before, String after, Predicate<UserId> counts) {
        return in(after, called(before), counts);
    }

    private List<UserId> in(String text, Set<String> leaving, Predicate<UserId> counts) {
        return called(text).stream()
                .filter(name -> !leaving.contains(name))
                .flatMap(name -> names.named(name).stream())
                .distinct()
                .filter(counts)
                .toList();
    }

    /** A name may end in a dot, a sentence too: where nobody is called so, the name before the dot is meant. */
    private Set<String> called(String text) {
        return CALL.matcher(text)
                .results()
                .map(call -> call.group(1).toLowerCase(Locale.ROOT))
                .distinct()
                .limit(MOST)
                .map(this::withoutPunctuation)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String withoutPunctuation(String name) {
        var bare = PUNCTUATION.matcher(name).replaceFirst("");
        return bare.equals(name) || names.named(name).isPresent() ? name : bare;
    }
}
