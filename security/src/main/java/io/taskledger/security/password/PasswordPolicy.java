package io.taskledger.security.password;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.stream.Stream;

import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import io.taskledger.messages.CommandRejected;
import io.taskledger.messages.FieldProblem;
import io.taskledger.messages.FieldProblem.Kind;
import io.taskledger.messages.FieldRules;
import io.taskledger.messages.Rejection.Invalid;
import io.taskledger.security.SecuritySettings;
import io.taskledger.security.key.Folding;

/**
 * Long enough, not a common one, not one's own name; nothing else, as NIST SP 800-63B §3.1.1.2 has it: rules of
 * composition make passwords worse. What is common is known from zxcvbn's lists (30,000 leaked passwords, and what
 * fingers do on keyboards).
 */
public final class PasswordPolicy implements Passwords {

    static final String FIELD = "password";

    private static final int LEAST_BESIDE_OWN_NAMES = 4;
    private static final int LEAST_NAME = 3;

    /** Its lists take 10 MB, and passwords are chosen now and then: given back where memory is short. */
    private SoftReference<Zxcvbn> lists = new SoftReference<>(null);

    private final int least;

    public PasswordPolicy(SecuritySettings settings) {
        this.least = settings.minPasswordLength();
    }

    @Override
    public Strength judge(String password, List<String> ownNames) {
        // Measuring takes the square of the length.
        var measured = password.substring(0, Math.min(password.length(), SecuritySettings.MOST_PASSWORD_LENGTH));
        var score = zxcvbn().measure(measured, names(ownNames)).getScore();
        return new Strength(score, problems(password, ownNames).isEmpty());
    }

    @Override
    public int least() {
        return least;
    }

    /** Every rule that the password breaks; empty where an account may have it. */
    List<FieldProblem> problems(String password, List<String> ownNames) {
        var length = lengthProblems(password);
        if (!length.isEmpty()) {
            return length;
        }
        if (isOwnName(password, ownNames)) {
            return List.of(new FieldProblem(FIELD, Kind.OWN_NAME, 0));
        }
        return isCommon(password) ? List.of(new FieldProblem(FIELD, Kind.TOO_COMMON, 0)) : List.of();
    }

    private List<FieldProblem> lengthProblems(String password) {
        return problemsOf(() -> new FieldRules()
                .length(FIELD, password, least, SecuritySettings.MOST_PASSWORD_LENGTH)
                .enforce());
    }

    /** What a message's own rules refuse, as a list, so that all fields' problems can be told at once. */
    static List<FieldProblem> problemsOf(Runnable checked) {
        try {
            checked.run();
            return List.of();
        } catch (CommandRejected refused) {
            if (refused.rejection() instanceof Invalid invalid) {
                return invalid.problems();
            }
            throw refused;
        }
    }

    private synchronized Zxcvbn zxcvbn() {
        var there = lists.get();
        if (there == null) {
            there = new Zxcvbn();
            lists = new SoftReference<>(there);
        }
        return there;
    }

    /** One entry of the list, one run of keys or one repetition, from end to end; or guessed within 1,000 tries. */
    private boolean isCommon(String password) {
        var strength = zxcvbn().measure(password);
        var parts = strength.getSequence();
        if (parts.size() != 1) {
            return strength.getScore() == 0;
        }
        return switch (parts.getFirst().pattern) {
            case Dictionary -> "passwords".equals(parts.getFirst().dictionaryName) || strength.getScore() == 0;
            case Bruteforce -> false;
            default -> strength.getScore() <= 1;
        };
    }

    private static boolean isOwnName(String password, List<String> ownNames) {
        var rest = Folding.fold(password);
        for (var name : names(ownNames)) {
            rest = rest.replace(name, "").replace(new StringBuilder(name).reverse(), "");
        }
        return rest.length() < LEAST_BESIDE_OWN_NAMES;
    }

    /** Longest first: an address holds the name before its @. */
    private static List<String> names(List<String> ownNames) {
        return ownNames.stream()
                .map(Folding::fold)
                .flatMap(name -> Stream.of(name, name.split("@", 2)[0]))
                .filter(name -> name.length() >= LEAST_NAME)
                .distinct()
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .toList();
    }
}
