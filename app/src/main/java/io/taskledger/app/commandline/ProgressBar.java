package io.taskledger.app.commandline;

import java.io.PrintWriter;

/** One line that is written over: {@code [########------------]  82 of 206}. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintWriter out;
    private String shown = "";

    ProgressBar(PrintWriter out) {
        this.out = out;
    }

    void show(int done, int total) {
        show(done, total, done + " of " + total);
    }

    /** @param words behind the bar */
    void show(long done, long total, String words) {
        if (total == 0) {
            return;
        }
        var filled = (int) Math.min(WIDTH, WIDTH * done / total);
        var line = "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + words;
        if (!line.equals(shown)) {
            // What was longer before is wiped out.
            out.print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
            out.flush();
            shown = line;
        }
    }

    void end() {
        if (!shown.isEmpty()) {
            out.println();
        }
    }
}
