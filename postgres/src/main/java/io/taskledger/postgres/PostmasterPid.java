package io.taskledger.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What {@code data/postmaster.pid} says (PostgreSQL's miscadmin.h: line 1 the process, line 8 its state).
 *
 * @param ready whether the server takes connections, replay of its log done
 */
record PostmasterPid(long pid, boolean ready) {

    private static final int STATE_LINE = 7;

    /** Empty where there is no file, or one that a crash left without a process in it. */
    static Optional<PostmasterPid> in(Path data) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file(data));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[1-9][0-9]{0,9}")) {
            return Optional.empty();
        }
        boolean ready = lines.size() > STATE_LINE
                && "ready".equals(lines.get(STATE_LINE).strip());
        return Optional.of(new PostmasterPid(Long.parseLong(lines.getFirst().strip()), ready));
    }

    static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Whether that process is alive and is the server of this very data folder, not one that inherited the number. */
    boolean serves(Path data) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().arguments())
                .map(List::of)
                .filter(arguments -> Collections.indexOfSubList(arguments, List.of("-D", data.toString())) >= 0)
                .isPresent();
    }

    boolean isAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
