package io.taskledger.ui.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

import jakarta.annotation.security.PermitAll;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import io.taskledger.exchange.FileImports;
import io.taskledger.exchange.FileRefused;
import io.taskledger.exchange.ImportFormat;
import io.taskledger.exchange.ImportFormat.Reading;
import io.taskledger.exchange.ImportsBusy;
import io.taskledger.exchange.TaskImporter.Wish;
import io.taskledger.messages.ActionId;
import io.taskledger.messages.Actor;
import io.taskledger.messages.Via;
import io.taskledger.security.Acting;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.parts.Screen;
import io.taskledger.ui.parts.UploadToDisk;
import io.taskledger.ui.words.Reader;
import io.taskledger.ui.words.Readers;

/** Brings another product's file in: choose it, watch it being read, see what became of it. */
@PermitAll
@Route("import")
public class ImportView extends Div implements HasDynamicTitle {

    private static final int LIMIT = (int) ImportFormat.MOST_BYTES;
    private static final int LIMIT_MEGABYTES = LIMIT >> 20;

    private final FileImports imports;
    private final Reader reader;
    private final Select<ImportFormat> format = new Select<>();
    private final H2 heading = new H2();
    private final Paragraph how = new Paragraph();
    private final Checkbox history;
    private final Checkbox again;
    private final Upload upload;
    private final ImportReport report;

    ImportView(FileImports imports, Readers readers) {
        this.imports = imports;
        this.reader = readers.current();
        addClassName("import");
        again = checkbox("import.again");
        history = checkbox("import.history");
        upload = upload();
        report = new ImportReport(reader);
        format.setLabel(reader.say("import.format"));
        format.setItems(ImportFormat.values());
        format.setItemLabelGenerator(one -> reader.say(key(one)));
        format.getElement().setAttribute("data-testid", "import-format");
        format.addValueChangeListener(change -> show(change.getValue()));
        format.setValue(ImportFormat.TRELLO);
        var card = new Div(heading, format, how, upload, history, again);
        card.addClassName("card");
        add(card, report);
    }

    @Override
    public String getPageTitle() {
        return reader.say("page.title", reader.say("nav.import"));
    }

    private void show(ImportFormat chosen) {
        heading.setText(reader.say(key(chosen)));
        how.setText(reader.say(key(chosen) + ".how"));
        history.setVisible(chosen.tellsOfThePast());
        upload.setAcceptedFileExtensions(chosen == ImportFormat.TRELLO ? ".json" : ".csv");
    }

    private static String key(ImportFormat format) {
        return "import." + format.name().toLowerCase(Locale.ROOT);
    }

    private Checkbox checkbox(String key) {
        var box = new Checkbox(reader.say(key));
        box.setHelperText(reader.say(key + ".hint"));
        box.getElement().setAttribute("data-testid", key.replace('.', '-'));
        return box;
    }

    private Upload upload() {
        var box = new Upload(new UploadToDisk(
                LIMIT, this::start, () -> report.refused(reader.say("import.too-big", LIMIT_MEGABYTES))));
        box.setMaxFiles(1);
        box.setMaxFileSize(LIMIT);
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
    private void start(String file, InputStream content) {
        var ui = UI.getCurrent();
        var actor = new Actor(Acting.now().orElseThrow().userId(), Via.IMPORT);
        var kind = format.getValue();
        var reading = new Reading(file, reader.zone(), kind.tellsOfThePast() && history.getValue());
        var wish = new Wish(actor.userId(), ActionId.next(), again.getValue(), false);
        upload.clearFileList();
        report.begin();
        Thread.ofVirtual()
                .name("import")
                .start(() -> Acting.as(actor, () -> {
                    run(ui, kind, content, reading, wish);
                    return true;
                }));
    }

    /** Goes on also where nobody looks at it any more: the tasks are made all the same. */
    private void run(UI ui, ImportFormat kind, InputStream content, Reading reading, Wish wish) {
        try (content) {
            var outcome = imports.run(
                    kind, content, reading, wish, (done, all) -> Screen.show(ui, () -> report.progress(done, all)));
            Screen.show(ui, () -> report.done(outcome));
        } catch (FileRefused refused) {
            Screen.show(ui, () -> report.refused(refused.sentence()));
        } catch (ImportsBusy busy) {
            Screen.show(ui, () -> report.refused(reader.say("import.busy")));
        } catch (IOException | RuntimeException failed) {
            Screen.show(ui, () -> report.refused(reader.say("error.unforeseen")));
            throw new IllegalStateException("an import ended early", failed);
        }
    }
}
