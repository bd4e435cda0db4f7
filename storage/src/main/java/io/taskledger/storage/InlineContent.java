package io.taskledger.storage;

import java.util.Set;

/**
 * What a browser may show in its own window instead of saving it: pictures made of pixels. Everything else can hold
 * something that acts (SVG and HTML scripts, PDF actions) and goes out as an attachment, always with {@code nosniff}.
 */
public final class InlineContent {

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private InlineContent() {}

    /** @param mediaType of a {@link StoredContent}, never one that a sender claimed */
    public static boolean mayBeShown(String mediaType) {
        return PICTURES.contains(mediaType);
    }
}
