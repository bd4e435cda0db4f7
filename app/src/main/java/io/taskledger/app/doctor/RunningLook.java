package io.taskledger.app.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.taskledger.app.settings.Setting;
import io.taskledger.app.settings.TaskledgerSettings;

/** The product on this machine: whether it is ready, and how far behind what people read is. */
final class RunningLook {

    private static final String ABOUT = "product";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final double LATE_SECONDS = 30;
    private static final Pattern LAG =
            Pattern.compile("(?m)^taskledger_projection_lag_seconds\\{projection=\"(\\w+)\"} (\\S+)$");

    private RunningLook() {}

    static List<Finding> look(TaskledgerSettings settings) {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var ready = get(client, settings, "/ready");
            var findings = new ArrayList<Finding>();
            findings.add(
                    ready.statusCode() == 200
                            ? Finding.ok(ABOUT, "is ready on port " + settings.port())
                            : Finding.fail(ABOUT, "is not ready: " + ready.body()));
            findings.add(lag(get(client, settings, "/metrics").body()));
            return findings;
        } catch (IOException away) {
            return List.of(Finding.warn(ABOUT, "does not answer on port " + settings.port())
                    .change(Setting.PORT));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    static Finding lag(String metrics) {
        var worst = 0.0;
        var name = "";
        var lines = LAG.matcher(metrics);
        while (lines.find()) {
            name = name.isEmpty() ? lines.group(1) : name;
            var lag = Double.parseDouble(lines.group(2));
            if (lag > worst) {
                worst = lag;
                name = lines.group(1);
            }
        }
        if (name.isEmpty()) {
            return Finding.warn("lag", "cannot be told: /metrics does not say");
        }
        var says = String.format(Locale.ROOT, "what people read is %.1f s behind at most (%s)", worst, name);
        return worst > LATE_SECONDS
                ? Finding.warn("lag", says + ": taskledger projections status")
                : Finding.ok("lag", says);
    }

    private static HttpResponse<String> get(HttpClient client, TaskledgerSettings settings, String path)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://" + host(settings) + ":" + settings.port() + path))
                        .timeout(PATIENCE)
                        .build(),
                BodyHandlers.ofString());
    }

    private static String host(TaskledgerSettings settings) throws UnknownHostException {
        var address = InetAddress.getByName(settings.address());
        var here = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return here.contains(":") ? "[" + here + "]" : here;
    }
}
