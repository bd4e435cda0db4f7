package io.taskledger.rest.problem;

import java.util.Locale;

import io.taskledger.storage.ContentRefusal;

/** Words for why a file is not taken. */
final class FileProblems {

    private static final double BYTES_OF_A_MEGABYTE = 1 << 20;

    private FileProblems() {}

    static Problem wordsFor(ContentRefusal refusal) {
        return Problem.of(ProblemType.FILE_REFUSED, text(refusal)).aboutField("file");
    }

    private static String text(ContentRefusal refusal) {
        return switch (refusal) {
            case ContentRefusal.ExtensionNotAllowed(var extension, var allowed) ->
                "File type " + (extension.isEmpty() ? "without extension" : extension) + " not allowed. Allowed types: "
                        + String.join(", ", allowed);
            case ContentRefusal.TooLarge(var limit) -> "File too large. Max size: " + size(limit);
            case ContentRefusal.NotWhatItsNameSays(var extension, var found) ->
                "The content of the file (" + found + ") does not fit its type " + extension;
            case ContentRefusal.NotAPicture _ -> "File must be an image";
            case ContentRefusal.TooManyPixels pixels ->
                "Image too large: " + pixels.width() + " × " + pixels.height() + " pixels. Max: " + pixels.limit();
        };
    }

    private static String size(long bytes) {
        return bytes * 10 < BYTES_OF_A_MEGABYTE
                ? bytes + " bytes"
                : String.format(Locale.ROOT, "%.1f MB", bytes / BYTES_OF_A_MEGABYTE);
    }
}
