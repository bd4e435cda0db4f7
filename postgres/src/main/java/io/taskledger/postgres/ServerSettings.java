package io.taskledger.postgres;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings that the server is started with; given on its command line, they win over any file in the data folder. */
final class ServerSettings {

    /**
     * Linux can write a whole file system down by one call. A new database has a thousand files, and so has one that was
     * killed: one after the other they would take minutes on a disk that is slow to confirm.
     */
    static final boolean SYNCS_AS_A_WHOLE = System.getProperty("os.name").equals("Linux");

    private ServerSettings() {}

    static List<String> arguments(PostgresOptions options, Path log, int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        lean(settings);
        quietLog(settings, log);
        durability(settings, options.durable());
        settings.putAll(options.settings());
        loopbackOnly(settings, port);
        List<String> arguments = new ArrayList<>();
        settings.forEach((name, value) -> {
            arguments.add("-c");
            arguments.add(name + "=" + value);
        });
        return arguments;
    }

    private static void lean(Map<String, String> settings) {
        settings.put("cluster_name", "taskledger");
        settings.put("max_connections", "70");
        settings.put("shared_buffers", "48MB");
        settings.put("maintenance_work_mem", "32MB");
        settings.put("max_wal_size", "512MB");
        settings.put("max_wal_senders", "0"); // nobody streams from it; wal_level stays fit for an archive
        settings.put("jit", "off");
        // Passwords are long and random: nobody guesses them, so iterating would only hold up each new connection.
        settings.put("scram_iterations", "1");
        settings.put("timezone", "UTC");
    }

    private static void quietLog(Map<String, String> settings, Path log) {
        settings.put("logging_collector", "on");
        settings.put("log_directory", log.toString());
        settings.put("log_filename", PostgresFolder.LOG_NAME);
        settings.put("log_rotation_age", "0"); // ServerLog moves a full file away
        settings.put("log_rotation_size", "0");
        settings.put("log_timezone", "UTC");
        settings.put("log_line_prefix", "%m [%p] %u@%d ");
        settings.put("log_min_messages", "warning");
        settings.put("log_checkpoints", "off");
        settings.put("log_lock_waits", "on");
        // A failing statement, or the row that it met, may hold what people wrote: neither goes into the log.
        settings.put("log_min_error_statement", "panic");
        settings.put("log_error_verbosity", "terse");
    }

    private static void durability(Map<String, String> settings, boolean durable) {
        String onOrOff = durable ? "on" : "off";
        settings.put("fsync", onOrOff);
        settings.put("synchronous_commit", onOrOff);
        settings.put("full_page_writes", onOrOff);
        if (SYNCS_AS_A_WHOLE) {
            settings.put("recovery_init_sync_method", "syncfs");
        }
    }

    private static void loopbackOnly(Map<String, String> settings, int port) {
        settings.put("listen_addresses", PostgresFolder.HOST);
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "");
    }
}
