package io.taskledger.app.settings;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Optional;
import java.util.regex.Pattern;

import io.taskledger.security.limit.Allowance;
import io.taskledger.security.limit.RateLimit;
import io.taskledger.security.limit.RateLimitSettings;

/** Reads how often things may be done. */
final class LimitSettings {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/([smhd])");

    private LimitSettings() {}

    static RateLimitSettings of(SettingValues values) {
        var on = values.value(Setting.RATE_LIMITS, true, "on or off", TaskledgerSettings::onOff);
        var allowances = new EnumMap<RateLimit, Allowance>(RateLimit.class);
        for (var limit : RateLimit.values()) {
            values.value(
                            setting(limit),
                            Optional.of(limit.usual()),
                            "a number in a second, minute, hour or day, such as 10/h, or off",
                            LimitSettings::allowance)
                    .ifPresent(allowance -> allowances.put(limit, allowance));
        }
        return on ? new RateLimitSettings(allowances) : RateLimitSettings.off();
    }

    private static Setting setting(RateLimit limit) {
        return switch (limit) {
            case REGISTRATION -> Setting.LIMIT_REGISTER;
            case SIGN_IN -> Setting.LIMIT_LOGIN;
            case SIGN_IN_TO_ACCOUNT -> Setting.LIMIT_LOGIN_ACCOUNT;
            case RENEWAL -> Setting.LIMIT_REFRESH;
            case PASSWORD_RESET -> Setting.LIMIT_RESET;
            case TASK_CREATION -> Setting.LIMIT_TASKS;
            case FILE_UPLOAD -> Setting.LIMIT_FILES;
        };
    }

    private static Optional<Allowance> allowance(String text) {
        if (text.equals("off")) {
            return Optional.empty();
        }
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException();
        }
        var window = switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
        return Optional.of(new Allowance(Integer.parseInt(parts.group(1)), window));
    }
}
