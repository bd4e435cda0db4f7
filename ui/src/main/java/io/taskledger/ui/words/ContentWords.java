package io.taskledger.ui.words;

import io.taskledger.storage.ContentRefusal;

/** Words why a file is not taken. */
public record ContentWords(Words words) {

    private static final double MEGABYTE = 1 << 20;

    public String sentence(ContentRefusal refusal) {
        return switch (refusal) {
            case ContentRefusal.ExtensionNotAllowed(var _, var allowed) ->
                words.say("content.extension", String.join(", ", allowed));
            case ContentRefusal.TooLarge(var limit) -> words.say("content.too-large", limit / MEGABYTE);
            case ContentRefusal.NotWhatItsNameSays _ -> words.say("content.other");
            case ContentRefusal.NotAPicture _ -> words.say("content.no-picture");
            case ContentRefusal.TooManyPixels _ -> words.say("content.too-many-pixels");
        };
    }
}
