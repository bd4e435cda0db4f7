package io.taskledger.rest.file;

import java.io.IOException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFile;
import io.taskledger.messages.task.TaskFilter;
import io.taskledger.messages.task.TaskQuery.ListFiles;
import io.taskledger.messages.task.TaskQuery.ListTasks;
import io.taskledger.messages.task.TaskSort;
import io.taskledger.messages.task.TaskSort.Field;
import io.taskledger.rest.export.ExportArchive;
import io.taskledger.rest.export.ExportPart;
import io.taskledger.rest.gateway.Gateways;
import io.taskledger.storage.ContentDigest;
import io.taskledger.storage.FileStore;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The files of one's own tasks: what is told of them, and each as it is. The last, since they are the largest. */
@Component
@Order(6)
class ExportedFiles implements ExportPart {

    private static final int PAGE = 100;

    private final Gateways gateways;
    private final FileStore files;

    ExportedFiles(Gateways gateways, FileStore files) {
        this.gateways = gateways;
        this.files = files;
    }

    @Override
    public void writeTo(ExportArchive archive) throws IOException {
        archive.list("files.json", own().map(FileAnswer::of).iterator());
        for (var all = own().iterator(); all.hasNext(); ) {
            var file = all.next();
            var kept = files.open(new ContentDigest(file.sha256()));
            if (kept.isPresent()) {
                try (var content = kept.get()) {
                    archive.content("files/" + file.fileId().text() + "/" + file.name(), content.stream());
                }
            }
        }
    }

    private Stream<TaskFile> own() {
        var tasks = ExportArchive.paged(before -> gateways.page(
                        new ListTasks(TaskFilter.everything(), TaskSort.by(Field.ID), before, PAGE), TaskDetails.class)
                .items());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(tasks, Spliterator.ORDERED), false)
                .flatMap(task -> gateways.list(new ListFiles(task.taskId()), TaskFile.class).stream());
    }
}
