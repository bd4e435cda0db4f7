package io.taskledger.app.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that do something where they are taken for what they are, or for what they are not: each calls {@code alert}. */
final class HostileFiles {

    private static final String SCRIPT = "<script>alert('file')</script>";
    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert('file')\">" + SCRIPT + "</svg>";
    private static final byte[] PIXEL = {
        'G',
        'I',
        'F',
        '8',
        '9',
        'a',
        1,
        0,
        1,
        0,
        (byte) 0x80,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        '!',
        (byte) 0xf9,
        4,
        1,
        0,
        0,
        0,
        0,
        ',',
        0,
        0,
        0,
        0,
        1,
        0,
        1,
        0,
        0,
        2,
        2,
        'D',
        1,
        0,
        ';'
    };

    private HostileFiles() {}

    /**
     * One of them.
     *
     * @param mediaType as the sender claims it
     */
    record HostileFile(String name, String mediaType, byte[] content) {}

    static List<HostileFile> all() {
        return List.of(
                of("page.html", "text/html", SCRIPT),
                of("page.txt", "text/html", "<!doctype html>" + SCRIPT),
                of("page.gif", "image/gif", "<html>" + SCRIPT),
                of("page.html.txt", "text/html", SCRIPT),
                of("page.txt.html", "text/plain", SCRIPT),
                of("page.html\u0000.txt", "text/html", SCRIPT),
                of("page.html%00.txt", "text/html", SCRIPT),
                of("page.txt;.html", "text/html", SCRIPT),
                of("txt.\u202Elmth.txt", "text/html", SCRIPT),
                of(
                        "page.xhtml",
                        "application/xhtml+xml",
                        "<html xmlns=\"http://www.w3.org/1999/xhtml\">" + SCRIPT + "</html>"),
                of("picture.svg", "image/svg+xml", SVG),
                of("picture.png", "image/svg+xml", SVG),
                of("picture.txt", "image/svg+xml", SVG),
                of("letter.mht", "message/rfc822", "MIME-Version: 1.0\nContent-Type: text/html\n\n" + SCRIPT),
                of("letter.txt", "multipart/related", "MIME-Version: 1.0\nContent-Type: text/html\n\n" + SCRIPT),
                of("data.xml", "text/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
                of(
                        "data.txt",
                        "text/xml",
                        "<?xml version=\"1.0\"?><?xml-stylesheet href=\"data:text/xml,x\"?><x:script"
                                + " xmlns:x=\"http://www.w3.org/1999/xhtml\">alert('file')</x:script>"),
                of("script.js", "text/javascript", "alert('file')"),
                of("script.txt", "text/javascript", "alert('file')"),
                of(
                        "form.pdf",
                        "application/pdf",
                        "%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>"),
                of("form.pdf", "text/html", "%PDF-1.4\n" + SCRIPT),
                new HostileFile("both.gif", "image/gif", joined(PIXEL, "/*" + SCRIPT + "*/=1;alert('file')")),
                of("both.gif", "text/javascript", "GIF89a=1;alert('file')"),
                new HostileFile(
                        "both.jpg",
                        "text/html",
                        joined(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xfe, 0, 40}, SCRIPT)),
                new HostileFile("huge.png", "image/png", png(100_000, 100_000)),
                new HostileFile("bomb.docx", "application/zip", zip("word/document.xml", new byte[5 << 20])),
                new HostileFile(
                        "macro.doc",
                        "application/msword",
                        joined(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, SCRIPT)),
                new HostileFile(
                        "escape.docx",
                        "application/zip",
                        zip("../../escaped.html", SCRIPT.getBytes(StandardCharsets.UTF_8))),
                of("../../page.txt", "text/html", SCRIPT));
    }

    private static HostileFile of(String name, String mediaType, String content) {
        return new HostileFile(name, mediaType, content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] joined(byte[] head, String tail) {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(head);
        whole.writeBytes(tail.getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    /** A head that promises so many pixels, and nothing else. */
    private static byte[] png(int width, int height) {
        var head = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var sum = new CRC32();
        sum.update(head);
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(head)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] zip(String name, byte[] content) {
        var whole = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(whole)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return whole.toByteArray();
    }
}
