package io.taskledger.ui.task;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import io.taskledger.messages.task.TaskDetails;
import io.taskledger.messages.task.TaskFile;
import io.taskledger.messages.task.TaskId;
import io.taskledger.messages.task.TaskLevel;
import io.taskledger.storage.ContentRefused;
import io.taskledger.storage.StoreUnavailable;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.parts.Screen;
import io.taskledger.ui.words.ContentWords;
import org.jspecify.annotations.Nullable;

/** The files of a task: pictures are shown, everything can be downloaded. */
class FilesSection extends Section {

    private final Desk desk;
    private final Runnable onChange;
    private final UnorderedList list = new UnorderedList();
    private final Upload upload;
    private final Paragraph refusal = new Paragraph();
    private @Nullable TaskId task;
    private List<TaskFile> files = List.of();
    private boolean editable;

    FilesSection(Desk desk, Runnable onChange) {
        this.desk = desk;
        this.onChange = onChange;
        addClassName("panel-section");
        list.addClassName("file-list");
        list.getElement().setAttribute("data-testid", "files");
        refusal.addClassName("field-refusal");
        refusal.getElement().setAttribute("role", "alert").setAttribute("data-testid", "file-refusal");
        upload = upload();
        add(new H3(desk.say("files.title")), list, upload, refusal);
    }

    void show(TaskDetails now) {
        task = now.taskId();
        var mayEdit = now.level().includes(TaskLevel.EDIT);
        var there = desk.files().of(now.taskId());
        upload.setVisible(mayEdit);
        setVisible(mayEdit || !there.isEmpty());
        if (!there.equals(files) || mayEdit != editable) {
            files = there;
            editable = mayEdit;
            list.removeAll();
            there.forEach(file -> list.add(new FileItem(desk, file, mayEdit ? () -> remove(file) : null)));
        }
    }

    private void remove(TaskFile file) {
        desk.files().remove(file.fileId()).ifPresent(desk::tell);
        onChange.run();
    }

    private Upload upload() {
        var box = new Upload();
        box.setUploadHandler(event -> take(event, box));
        box.setUploadButton(Push.labelled("plus", desk.say("files.add"), "file-add", _ -> {}));
        box.setDropLabel(new Span(desk.say("files.drop")));
        box.getElement().setAttribute("data-testid", "file-upload");
        return box;
    }

    /** In the request that brings the file, without the tab's lock: it is read as it comes. */
    private void take(UploadEvent event, Upload box) {
        var about = task;
        if (about == null) {
            return;
        }
        var ui = event.getUI();
        var said = Optional.<String>empty();
        try (var content = event.getInputStream()) {
            said = desk.files().attach(about, event.getFileName(), content).map(desk::sentence);
        } catch (ContentRefused refused) {
            said = Optional.of(new ContentWords(desk.reader().words()).sentence(refused.refusal()));
        } catch (StoreUnavailable | IOException failed) {
            said = Optional.of(desk.say("error.unforeseen"));
        }
        var sentence = said.orElse("");
        Screen.show(ui, () -> {
            box.clearFileList();
            refusal.setText(sentence);
            onChange.run();
        });
    }
}
