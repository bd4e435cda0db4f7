package io.taskledger.rest.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.taskledger.exchange.Dropped;
import io.taskledger.exchange.FileImports;
import io.taskledger.exchange.FileRefused;
import io.taskledger.exchange.ImportFormat;
import io.taskledger.exchange.ImportFormat.Reading;
import io.taskledger.exchange.ImportedTasks;
import io.taskledger.exchange.TaskImporter.Outcome;
import io.taskledger.exchange.TaskImporter.Progress;
import io.taskledger.exchange.TaskImporter.Wish;
import io.taskledger.exchange.csv.BadTable;
import io.taskledger.messages.Via;
import io.taskledger.messages.workspace.WorkspaceId;
import io.taskledger.security.Acting;

/** Remembers what is asked for; refuses an empty file. */
public final class PretendImports implements FileImports {

    static final WorkspaceId WORKSPACE = new WorkspaceId("ws-01KAJ4X9T3B6N8R0C2YVHE5G7D");

    record Asked(ImportFormat format, String content, Reading reading, Wish wish, Via via) {}

    final List<Asked> asked = new ArrayList<>();

    @Override
    public Outcome run(ImportFormat format, InputStream bytes, Reading reading, Wish wish, Progress progress)
            throws IOException, FileRefused {
        var content = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        if (content.isEmpty()) {
            throw new BadTable("The file is empty.");
        }
        asked.add(new Asked(
                format, content, reading, wish, Acting.now().orElseThrow().via()));
        var garden = new ImportedTasks(
                "1", "Garden", "Garden", List.of(), List.of(), new Dropped(Map.of(Dropped.Kind.CHECKLISTS, 3)));
        return new Outcome(garden, WORKSPACE, 2, 1, 0, wish.dryRun());
    }

    public void clear() {
        asked.clear();
    }
}
