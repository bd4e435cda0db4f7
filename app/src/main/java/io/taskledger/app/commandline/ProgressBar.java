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
        if (total == 0) {
            return;
        }
        var filled = (int) ((long) WIDTH * done / total);
        var line = "[" + "#".repeat(filled) + "-".repeat(WIDTH - filled) + "] " + done + " of " + total;
        if (!line.equals(shown)) {
            out.print("\r" + line);
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
