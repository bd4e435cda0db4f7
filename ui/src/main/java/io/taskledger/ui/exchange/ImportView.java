package io.taskledger.ui.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import io.taskledger.exchange.FileImports;
import io.taskledger.exchange.FileRefused;
import io.taskledger.exchange.ImportFormat;
import io.taskledger.exchange.ImportFormat.Reading;
import io.taskledger.exchange.TaskImporter.Wish;
import io.taskledger.messages.ActionId;
import io.taskledger.messages.Actor;
import io.taskledger.messages.UserId;
import io.taskledger.messages.Via;
import io.taskledger.security.Acting;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.parts.Screen;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.Readers;

/** Brings a Trello board in: choose the file, watch it being read, see what became of it. */
@PermitAll
@Route("import")
public class ImportView extends Div implements HasDynamicTitle {

    private static final int MEGABYTE = 1 << 20;
    private static final int LIMIT_MEGABYTES = 64;

    private final FileImports imports;
    private final Reader reader;
    private final Checkbox again;
    private final Upload upload;
    private final ImportReport report;

    ImportView(FileImports imports, Readers readers) {
        this.imports = imports;
        this.reader = readers.current();
        addClassName("import");
        again = new Checkbox(reader.say("import.again"));
        again.setHelperText(reader.say("import.again.hint"));
        again.getElement().setAttribute("data-testid", "import-again");
        upload = upload();
        report = new ImportReport(reader);
        var card = new Div(
                new H2(reader.say("import.trello")), new Paragraph(reader.say("import.trello.how")), upload, again);
        card.addClassName("card");
        add(card, report);
    }

    @Override
    public String getPageTitle() {
        return reader.say("page.title", reader.say("nav.import"));
    }

    private Upload upload() {
        var box = new Upload(UploadHandler.inMemory((_, bytes) -> start(bytes)));
        box.setAcceptedFileExtensions(".json");
        box.setMaxFiles(1);
        box.setMaxFileSize(LIMIT_MEGABYTES * MEGABYTE);
        box.setUploadButton(Push.labelled("import", reader.say("import.choose"), "import-choose", _ -> {})
                .styled("button-primary"));
        box.setDropLabel(new Paragraph(reader.say("import.drop")));
        box.setI18n(new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(reader.say("import.too-big", LIMIT_MEGABYTES))
                        .setIncorrectFileType(reader.say("import.wrong-type"))
                        .setTooManyFiles(reader.say("import.one-at-a-time"))));
        box.addFileRejectedListener(refused -> report.refused(refused.getErrorMessage()));
        box.getElement().setAttribute("data-testid", "import-upload");
        return box;
    }

    /** With the UI's lock held, in the request that brought the file: the work itself is not done in it. */
    private void start(byte[] board) {
        var ui = UI.getCurrent();
        var actor = new Actor(Acting.now().orElseThrow().userId(), Via.IMPORT);
        var anew = again.getValue();
        upload.clearFileList();
        report.begin();
        Thread.ofVirtual()
                .name("import")
                .start(() -> Acting.as(actor, () -> {
                    run(ui, board, actor.userId(), anew);
                    return true;
                }));
    }

    /** Goes on also where nobody looks at it any more: the tasks are made all the same. */
    private void run(UI ui, byte[] board, UserId owner, boolean anew) {
        try {
            var outcome = imports.run(
                    ImportFormat.TRELLO,
                    new ByteArrayInputStream(board),
                    new Reading("", reader.zone(), false),
                    new Wish(owner, ActionId.next(), anew, false),
                    (done, all) -> Screen.show(ui, () -> report.progress(done, all)));
            Screen.show(ui, () -> report.done(outcome));
        } catch (FileRefused refused) {
            Screen.show(ui, () -> report.refused(refused.sentence()));
        } catch (IOException | RuntimeException failed) {
            Screen.show(ui, () -> report.refused(reader.say("error.unforeseen")));
            throw new IllegalStateException("an import ended early", failed);
        }
    }
}
