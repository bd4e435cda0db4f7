package io.taskledger.storage;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import io.taskledger.storage.ContentRefusal.NotWhatItsNameSays;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;

/** What a content is, by its first bytes, and whether that fits what its name says (docs/model/files.md). */
final class FileTypes {

    private static final MediaType OLD_WORD = MediaType.application("msword");
    private static final MediaType WORD =
            MediaType.application("vnd.openxmlformats-officedocument.wordprocessingml.document");

    /** What a browser would run, were it ever given it as such; whatever else is XML comes under the last. */
    private static final Set<MediaType> ACTIVE = Set.of(
            MediaType.TEXT_HTML,
            MediaType.application("xhtml+xml"),
            MediaType.application("javascript"),
            MediaType.text("javascript"),
            MediaType.APPLICATION_XML);

    private FileTypes() {}

    /** Read from 300 KB of XML when first asked for: most starts of the product need it late or never. */
    private static final class Known {
        static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
        static final MediaTypeRegistry KINSHIP = TYPES.getMediaTypeRegistry();
    }

    /**
     * The media type that the extension stands for. Of nothing, every file is a fit one.
     *
     * @throws ContentRefused where the content is something else
     */
    static String ofFile(Path file, String extension) {
        try (var stream = new BufferedInputStream(Files.newInputStream(file))) {
            var said = named(extension);
            if (Files.size(file) > 0) {
                var found = found(stream);
                if (!fits(said, found, file)) {
                    throw new ContentRefused(new NotWhatItsNameSays(extension, found.toString()));
                }
            }
            return said.toString();
        } catch (IOException e) {
            throw StoreUnavailable.folder(e);
        }
    }

    /** By the content alone. */
    static String ofContent(InputStream markable) throws IOException {
        return found(markable).toString();
    }

    private static MediaType named(String extension) throws IOException {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, "x" + extension);
        return Known.TYPES.detect(null, metadata);
    }

    private static MediaType found(InputStream markable) throws IOException {
        return Known.TYPES.detect(markable, new Metadata());
    }

    private static boolean fits(MediaType said, MediaType found, Path file) throws IOException {
        if (said.equals(MediaType.TEXT_PLAIN)) {
            return isHarmlessText(found);
        }
        if (said.equals(MediaType.OCTET_STREAM)) {
            return true; // nobody knows how such files begin; who allowed the extension does
        }
        if (found.equals(MediaType.OCTET_STREAM) || !areKin(said, found)) {
            return false;
        }
        if (said.equals(WORD)) {
            return WordDocuments.isPackage(file);
        }
        return !said.equals(OLD_WORD) || WordDocuments.isCompound(file);
    }

    /** Text has no signature, and there are more ways to write it than can be told from other bytes. */
    private static boolean isHarmlessText(MediaType found) {
        var text = found.equals(MediaType.OCTET_STREAM) || Known.KINSHIP.isInstanceOf(found, MediaType.TEXT_PLAIN);
        return text && ACTIVE.stream().noneMatch(active -> Known.KINSHIP.isInstanceOf(found, active));
    }

    /** The same, or one a special form of the other, as a Word document is of a Zip archive. */
    private static boolean areKin(MediaType said, MediaType found) {
        return Known.KINSHIP.isInstanceOf(said, found) || Known.KINSHIP.isInstanceOf(found, said);
    }
}
