package io.taskledger.storage;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/** Contents of all kinds, as real programs write them. */
final class Contents {

    static final byte[] PNG = image("png");
    static final byte[] JPEG = image("jpeg");
    static final byte[] GIF = image("gif");
    static final byte[] PDF = text("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n");
    static final byte[] TEXT = text("Water the plants.\n");
    static final byte[] HTML = text("<!DOCTYPE html><html><body><script>alert(1)</script></body></html>");
    static final byte[] SVG = text(
            "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(1)</script></svg>");
    static final byte[] EXE = HexFormat.of()
            .parseHex(
                    "4d5a90000300000004000000ffff0000b800000000000000400000000000000000000000000000000000000000000000");
    static final byte[] DOCX = zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");
    static final byte[] XLSX = zip("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml");
    static final byte[] DOCX_WITH_MACROS = zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");
    static final byte[] ZIP = zip("a.txt");
    static final byte[] DOC = compound("WordDocument");
    static final byte[] XLS = compound("Workbook");

    private Contents() {}

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A PNG that says of itself that it is so large, in a few dozen bytes. */
    static byte[] pngClaiming(int width, int height) {
        var header = ByteBuffer.allocate(17)
                .put(text("IHDR"))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var sum = new CRC32();
        sum.update(header);
        return ByteBuffer.allocate(8 + 4 + 17 + 4)
                .put(HexFormat.of().parseHex("89504e470d0a1a0a"))
                .putInt(13)
                .put(header)
                .putInt((int) sum.getValue())
                .array();
    }

    /** As many bytes as asked for, none of which is ever held. */
    static InputStream endless(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 'a' : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int count) {
                if (left <= 0) {
                    return -1;
                }
                var given = (int) Math.min(count, left);
                java.util.Arrays.fill(buffer, offset, offset + given, (byte) 'a');
                left -= given;
                return given;
            }
        };
    }

    static Upload upload(String name, byte[] content) {
        return new Upload(name, new ByteArrayInputStream(content));
    }

    static ContentDigest digest(byte[] content) {
        var digest = ContentDigest.begin();
        digest.update(content);
        return ContentDigest.of(digest);
    }

    private static byte[] image(String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(String... entries) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                for (var entry : entries) {
                    zip.putNextEntry(new ZipEntry(entry));
                    zip.write(text("<x/>"));
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parts of a compound file (MS-CFB §2) that tell what it is: its header, and its directory's entry. */
    private static byte[] compound(String stream) {
        return ByteBuffer.allocate(200_000)
                .put(HexFormat.of().parseHex("d0cf11e0a1b11ae1"))
                .position(24)
                .put(HexFormat.of().parseHex("3e000300feff0900"))
                // Across the edge of what is read at once.
                .position(65_530)
                .put(stream.getBytes(StandardCharsets.UTF_16LE))
                .array();
    }
}
