package io.taskledger.ui.task;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import io.taskledger.messages.Rejection;
import io.taskledger.messages.task.FileCommand.AttachFile;
import io.taskledger.messages.task.FileCommand.RemoveFile;
import io.taskledger.messages.task.FileId;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFile;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.messages.task.TaskQuery.FindFile;
import io.taskledger.messages.task.TaskQuery.FindTask;
import io.taskledger.messages.task.TaskQuery.ListFiles;
import io.taskledger.messages.task.TaskRejection;
import io.taskledger.storage.ContentDigest;
import io.taskledger.storage.FileStore;
import io.taskledger.storage.OpenContent;
import io.taskledger.storage.Upload;
import io.taskledger.ui.gateway.ScreenGateway;
import org.springframework.stereotype.Component;

/** Files of tasks: what is in them goes to the store, what they are called to the task. */
@Component
public class TaskFiles {

    private final ScreenGateway house;
    private final FileStore store;

    TaskFiles(ScreenGateway house, FileStore store) {
        this.house = house;
        this.store = store;
    }

    /** The oldest first. */
    List<TaskFile> of(TaskId task) {
        return house.list(new ListFiles(task), TaskFile.class);
    }

    /**
     * Who may not add a file is told so before a byte of it is read.
     *
     * @throws io.taskledger.storage.ContentRefused where the content is not wanted
     * @throws IOException where the upload breaks off
     */
    Optional<Rejection> attach(TaskId task, String name, InputStream content) throws IOException {
        var allowed = house.find(new FindTask(task), TaskDetails.class)
                .filter(found -> found.level().includes(TaskLevel.EDIT));
        if (allowed.isEmpty()) {
            return Optional.of(new TaskRejection.NotPermitted(task));
        }
        var kept = store.keep(new Upload(name, content));
        return house.send(() -> new AttachFile(
                task,
                FileId.next(task),
                kept.name(),
                kept.mediaType(),
                kept.size(),
                kept.digest().hex()));
    }

    Optional<Rejection> remove(FileId file) {
        return house.send(() -> new RemoveFile(file.taskId(), file));
    }

    /** What is in a file that the person may see by now; the caller closes it. */
    Optional<OpenContent> open(FileId file) {
        return house.find(new FindFile(file), TaskFile.class)
                .flatMap(found -> store.open(new ContentDigest(found.sha256())));
    }
}
