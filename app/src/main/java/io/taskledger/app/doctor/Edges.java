package io.taskledger.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.taskledger.app.settings.Setting;
import io.taskledger.app.settings.TaskledgerSettings;
import io.taskledger.security.limit.RateLimit;

/** What people outside meet. */
final class Edges {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Edges() {}

    static List<Finding> look(TaskledgerSettings settings) {
        var findings = new ArrayList<Finding>();
        var alone = THIS_MACHINE.contains(settings.publicUrl().getHost());
        findings.add(publicUrl(settings, alone));
        findings.add(
                settings.production()
                        ? Finding.ok("profile", "production")
                        : Finding.warn("profile", "development: what only suits a trial is allowed")
                                .change(Setting.PROFILE));
        if (settings.demo()) {
            var says = "is on: everybody knows the demo account's password";
            findings.add((alone ? Finding.warn("demo", says) : Finding.fail("demo", says)).change(Setting.DEMO));
        } else {
            findings.add(Finding.ok("demo", "is off"));
        }
        findings.add(limits(settings));
        settings.unknown()
                .forEach(name -> findings.add(
                        Finding.warn("settings", name + " is no setting of this release: is it mistyped?")));
        if (settings.hosts().isEmpty() && !alone) {
            findings.add(
                    Finding.warn("hosts", "any name is answered under, so that a page elsewhere may be taken for ours")
                            .change(Setting.HOSTS));
        }
        if (settings.corsOrigins().contains("*")) {
            findings.add(Finding.fail("other origins", "any page of any site may call the API")
                    .change(Setting.CORS_ORIGINS));
        }
        return findings;
    }

    private static Finding publicUrl(TaskledgerSettings settings, boolean alone) {
        if (settings.overTls()) {
            return Finding.ok("public address", settings.publicUrl().toString());
        }
        return alone
                ? Finding.warn("public address", settings.publicUrl() + ": reaches this machine alone")
                        .change(Setting.PUBLIC_URL)
                : Finding.fail("public address", settings.publicUrl() + ": passwords travel unprotected; use https")
                        .change(Setting.PUBLIC_URL);
    }

    private static Finding limits(TaskledgerSettings settings) {
        var allowances = settings.limits().allowances();
        if (allowances.isEmpty()) {
            return Finding.fail("rate limits", "are off: passwords may be guessed at full speed")
                    .change(Setting.RATE_LIMITS);
        }
        var missing = RateLimit.values().length - allowances.size();
        return missing == 0
                ? Finding.ok("rate limits", "are on")
                : Finding.warn("rate limits", missing + " of them are off");
    }
}
