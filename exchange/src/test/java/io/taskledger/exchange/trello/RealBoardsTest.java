package io.taskledger.exchange.trello;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.taskledger.exchange.Dropped.Kind;
import io.taskledger.exchange.ImportedList;
import io.taskledger.exchange.ImportedTask;
import io.taskledger.exchange.ImportedTasks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.taskledger.exchange.trello.Boards.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Real exports, which are not part of the project: skipped where the folder {@code shared/samples} beside the
 * repository (or the one that the system property {@code taskledger.samples} names) is missing.
 */
class RealBoardsTest {

    @Test
    void a_board_of_2016_gives_its_206_cards() throws Exception {
        ImportedTasks imported = imported("trello-board-2016.json");

        assertThat(imported.tasks()).hasSize(206).noneMatch(ImportedTask::completed);
        assertThat(imported.lists()).extracting(ImportedList::name).contains("Garden");
        assertThat(imported.dropped().counts())
                .containsOnlyKeys(Kind.MEMBERS, Kind.HISTORY)
                .containsEntry(Kind.HISTORY, 618);
    }

    @Test
    void a_board_of_2012_gives_its_72_cards() throws Exception {
        ImportedTasks imported = imported("trello-board-2012.json");

        assertThat(imported.tasks())
                .hasSize(72)
                .filteredOn(ImportedTask::completed)
                .hasSize(1);
        assertThat(imported.lists().getFirst().name()).isEqualTo("Basics");
        assertThat(imported.dropped().count(Kind.COMMENTS)).isEqualTo(5);
    }

    private static ImportedTasks imported(String file) throws Exception {
        Path samples = samples();
        assumeTrue(samples != null, "skipped: the folder of samples is not on this machine");
        try (InputStream bytes = Files.newInputStream(samples.resolve(file))) {
            return TrelloImport.of(TrelloFile.read(bytes), BERLIN);
        }
    }

    private static @Nullable Path samples() {
        String named = System.getProperty("taskledger.samples");
        Stream<Path> above = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .map(root -> root.resolveSibling("shared").resolve("samples"));
        return Stream.concat(above, Stream.ofNullable(named).map(Path::of))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
    }
}
