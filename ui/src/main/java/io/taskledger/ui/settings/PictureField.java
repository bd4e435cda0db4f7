package io.taskledger.ui.settings;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import io.taskledger.storage.ContentRefusal;
import io.taskledger.storage.ContentRefused;
import io.taskledger.storage.FileSettings;
import io.taskledger.storage.StoreUnavailable;
import io.taskledger.ui.account.Portrait;
import io.taskledger.ui.parts.BoundedUpload;
import io.taskledger.ui.parts.Push;
import io.taskledger.ui.parts.Refusals;

/** What one looks like: a picture to choose, or none. */
class PictureField extends Div {

    private static final int MEGABYTE = 1 << 20;

    private final SettingsDesk desk;
    private final Pictures pictures;
    private final Portrait portrait = new Portrait();
    private final Upload upload;
    private final Push remove;
    private final Refusals refusals;

    PictureField(SettingsDesk desk, Pictures pictures) {
        this.desk = desk;
        this.pictures = pictures;
        addClassName("picture-field");
        refusals = new Refusals(desk.reader(), "picture-error");
        upload = upload();
        remove = Push.labelled(desk.say("profile.picture.remove"), "picture-remove", _ -> remove())
                .styled("button-quiet");
        var hint = new Span(desk.say("profile.picture.hint", FileSettings.PICTURE_LIMIT / MEGABYTE));
        hint.addClassName("quiet");
        var actions = new Div(upload, remove);
        actions.addClassName("card-actions");
        var beside = new Div(actions, hint, refusals);
        beside.addClassName("picture-words");
        add(portrait, beside);
        look();
    }

    private void look() {
        var own = desk.own();
        portrait.show(own);
        remove.setVisible(own.picture() != null);
    }

    private void remove() {
        if (refusals.done(() -> pictures.remove(desk.id()))) {
            look();
            upload.getUploadButton().getElement().callJsFunction("focus");
        }
    }

    /** With the UI's lock held, in the request that brought the picture. */
    void take(byte[] picture) {
        upload.clearFileList();
        try {
            if (refusals.done(() -> pictures.show(desk.id(), picture))) {
                look();
            }
        } catch (ContentRefused refused) {
            refusals.refuse("", sentence(refused.refusal()));
        } catch (StoreUnavailable away) {
            refusals.refuse("", desk.say("profile.picture.no-store"));
        }
    }

    private void tooLarge() {
        upload.clearFileList();
        refusals.refuse("", sentence(new ContentRefusal.TooLarge(FileSettings.PICTURE_LIMIT)));
    }

    private String sentence(ContentRefusal refusal) {
        return switch (refusal) {
            case ContentRefusal.TooLarge large -> desk.say("import.too-big", large.limit() / MEGABYTE);
            case ContentRefusal.TooManyPixels many ->
                desk.say("profile.picture.too-many-pixels", many.width(), many.height());
            case ContentRefusal.NotAPicture _,
                    ContentRefusal.NotWhatItsNameSays _,
                    ContentRefusal.ExtensionNotAllowed _ -> desk.say("profile.picture.none");
        };
    }

    private Upload upload() {
        var box = new Upload(
                new BoundedUpload((int) FileSettings.PICTURE_LIMIT, (_, bytes) -> take(bytes), this::tooLarge));
        box.setAcceptedMimeTypes("image/png", "image/jpeg", "image/gif");
        box.setMaxFiles(1);
        box.setMaxFileSize((int) FileSettings.PICTURE_LIMIT);
        box.setDropAllowed(false);
        box.setUploadButton(Push.labelled(desk.say("profile.picture.choose"), "picture-choose", _ -> {}));
        box.setI18n(new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setFileIsTooBig(desk.say("import.too-big", FileSettings.PICTURE_LIMIT / MEGABYTE))
                        .setIncorrectFileType(desk.say("profile.picture.none"))));
        box.addFileRejectedListener(refused -> refusals.refuse("", refused.getErrorMessage()));
        box.getElement().setAttribute("data-testid", "picture-upload");
        return box;
    }
}
