package io.taskledger.app.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that the product answers under. */
final class Hosts {

    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");
    private static final String ANY = "*";
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+]");

    private Hosts() {}

    /**
     * Empty where it is any: by setting, or where nothing is said of a public address, and the product is reached from
     * elsewhere by whatever it is called there.
     */
    static Optional<Set<String>> of(SettingValues values, URI publicUrl, boolean embedded) {
        var more = values.value(
                Setting.HOSTS,
                Set.<String>of(),
                "names or addresses without a port, separated by commas, or *",
                Hosts::read);
        var unsaid = values.text(Setting.PUBLIC_URL).isEmpty() && more.isEmpty();
        if (more.contains(ANY) || (unsaid && isReachedFromElsewhere(values, embedded))) {
            return Optional.empty();
        }
        var all = new HashSet<>(OWN);
        all.add(publicUrl.getHost().toLowerCase(Locale.ROOT));
        all.addAll(more);
        return Optional.of(Set.copyOf(all));
    }

    private static boolean isReachedFromElsewhere(SettingValues values, boolean embedded) {
        return values.text(Setting.ADDRESS).map(address -> !isLoopback(address)).orElse(!embedded);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException toldElsewhere) {
            return true;
        }
    }

    private static Set<String> read(String text) {
        var hosts = new HashSet<String>();
        for (var host : Arrays.asList(text.toLowerCase(Locale.ROOT).split(","))) {
            if (!host.strip().equals(ANY) && !HOST.matcher(host.strip()).matches()) {
                throw new IllegalArgumentException();
            }
            hosts.add(host.strip());
        }
        return Set.copyOf(hosts);
    }
}
