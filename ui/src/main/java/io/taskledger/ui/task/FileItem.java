package io.taskledger.ui.task;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletResponse;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.taskledger.messages.task.TaskFile;
import io.taskledger.storage.InlineContent;
import io.taskledger.ui.parts.Icon;
import io.taskledger.ui.parts.Push;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;

/** One file: its picture where it is one, its name to download it by. */
class FileItem extends ListItem {

    private static final double KILO = 1024;

    /** @param remove null for who may not */
    FileItem(Desk desk, TaskFile file, @Nullable Runnable remove) {
        getElement().setAttribute("data-testid", "file");
        if (InlineContent.mayBeShown(file.contentType())) {
            var picture = new Image(download(desk, file, true), desk.say("files.picture", file.name()));
            picture.addClassName("file-picture");
            picture.getElement().setAttribute("loading", "lazy");
            add(picture);
        } else {
            var icon = new Span(new Icon("file"));
            icon.addClassName("file-picture");
            add(icon);
        }
        var name = new Anchor(download(desk, file, false), file.name());
        name.getElement()
                .setAttribute("dir", "auto")
                .setAttribute("download", file.name())
                .setAttribute("data-testid", "file-name");
        var about = new Span(
                desk.say("files.about", size(desk, file.size()), desk.calendar().moment(file.attachedAt())));
        about.addClassName("quiet");
        var words = new Div(name, about);
        words.addClassName("file-words");
        add(words);
        if (remove != null) {
            add(Push.icon("trash", desk.say("files.remove", file.name()), "file-remove", _ -> remove.run()));
        }
    }

    /** Each time it is asked for, whether the person may see it is asked as well. */
    private static DownloadHandler download(Desk desk, TaskFile file, boolean inline) {
        return event -> {
            var response = (HttpServletResponse) ((VaadinServletResponse) event.getResponse()).getResponse();
            var content = desk.files().open(file.fileId());
            if (content.isEmpty()) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            try (var open = content.get()) {
                var shown = inline && InlineContent.mayBeShown(open.mediaType());
                response.setContentType(shown ? open.mediaType() : "application/octet-stream");
                response.setContentLengthLong(open.size());
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
                response.setHeader("Cache-Control", "private, no-cache");
                response.setHeader(
                        "Content-Disposition",
                        ContentDisposition.builder(shown ? "inline" : "attachment")
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString());
                open.stream().transferTo(response.getOutputStream());
            }
        };
    }

    private static String size(Desk desk, long bytes) {
        return bytes < KILO * KILO
                ? desk.say("files.kilobytes", Math.max(1, Math.round(bytes / KILO)))
                : desk.say("files.megabytes", bytes / KILO / KILO);
    }
}
