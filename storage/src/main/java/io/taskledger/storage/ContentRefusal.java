package io.taskledger.storage;

import java.util.List;

/** Why a content is not taken. Each edge words it. */
public sealed interface ContentRefusal {

    /**
     * Files of this kind are not wanted.
     *
     * @param extension with its dot, in lower case; empty where the name has none
     * @param allowed those that are, with their dots
     */
    record ExtensionNotAllowed(String extension, List<String> allowed) implements ContentRefusal {}

    /** @param limit in bytes: as many are allowed */
    record TooLarge(long limit) implements ContentRefusal {}

    /**
     * The content is another than the name says.
     *
     * @param found the media type of the content
     */
    record NotWhatItsNameSays(String extension, String found) implements ContentRefusal {}

    /** @param found the media type of the content */
    record NotAPicture(String found) implements ContentRefusal {}

    /**
     * It would unfold to more than anybody should have to draw.
     *
     * @param width in pixels
     * @param height in pixels
     * @param limit in pixels, both multiplied
     */
    record TooManyPixels(int width, int height, long limit) implements ContentRefusal {}
}
