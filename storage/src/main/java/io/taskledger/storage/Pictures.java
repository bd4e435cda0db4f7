package io.taskledger.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

import io.taskledger.storage.ContentRefusal.NotAPicture;
import io.taskledger.storage.ContentRefusal.TooManyPixels;

/** People's pictures. Only their measures are read, no pixel: a few bytes may claim billions of those. */
final class Pictures {

    /** By media type, the extension; also the names of Java's readers. */
    private static final Map<String, String> FORMATS =
            Map.of("image/png", "png", "image/jpeg", "jpeg", "image/gif", "gif");

    private Pictures() {}

    record Picture(String mediaType, String extension) {}

    /** @throws ContentRefused where it is none, or too large to draw */
    static Picture examine(Path file) {
        try (var stream = new BufferedInputStream(Files.newInputStream(file))) {
            var mediaType = FileTypes.ofContent(stream);
            var format = FORMATS.get(mediaType);
            if (format == null) {
                throw new ContentRefused(new NotAPicture(mediaType));
            }
            requireDrawable(file, mediaType, format);
            return new Picture(mediaType, format.equals("jpeg") ? "jpg" : format);
        } catch (IOException e) {
            throw StoreUnavailable.folder(e);
        }
    }

    private static void requireDrawable(Path file, String mediaType, String format) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var stream = new FileImageInputStream(file.toFile())) {
            reader.setInput(stream, true, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            if ((long) width * height > FileSettings.PICTURE_PIXELS) {
                throw new ContentRefused(new TooManyPixels(width, height, FileSettings.PICTURE_PIXELS));
            }
        } catch (IOException | RuntimeException broken) {
            // Java's readers throw what they like at bytes that they do not understand.
            throw broken instanceof ContentRefused refused ? refused : new ContentRefused(new NotAPicture(mediaType));
        } finally {
            reader.dispose();
        }
    }
}
