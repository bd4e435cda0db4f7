package io.taskledger.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.taskledger.storage.ContentRefusal.NotAPicture;
import io.taskledger.storage.ContentRefusal.NotWhatItsNameSays;
import io.taskledger.storage.ContentRefusal.TooLarge;
import io.taskledger.storage.ContentRefusal.TooManyPixels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.taskledger.storage.Contents.text;
import static io.taskledger.storage.Contents.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FileTypesTest {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @TempDir
    private Path folder;

    static Stream<Arguments> fitting() {
        return Stream.of(
                Arguments.of("a.png", Contents.PNG, "image/png"),
                Arguments.of("a.PNG", Contents.PNG, "image/png"),
                Arguments.of("a.jpg", Contents.JPEG, "image/jpeg"),
                Arguments.of("a.jpeg", Contents.JPEG, "image/jpeg"),
                Arguments.of("a.gif", Contents.GIF, "image/gif"),
                Arguments.of("a.pdf", Contents.PDF, "application/pdf"),
                Arguments.of("a.txt", Contents.TEXT, "text/plain"),
                Arguments.of("latin.txt", "Grüße".getBytes(StandardCharsets.ISO_8859_1), "text/plain"),
                Arguments.of("wide.txt", "Grüße".getBytes(StandardCharsets.UTF_16LE), "text/plain"),
                Arguments.of("zeros.txt", new byte[4096], "text/plain"),
                Arguments.of("mail.txt", text("From: ann@example.org\nSubject: plants\n\nWater them.\n"), "text/plain"),
                Arguments.of("script.txt", text("#!/bin/sh\necho hello\n"), "text/plain"),
                Arguments.of("talk.txt", text("they wrote <script>alert(1)</script> on the board"), "text/plain"),
                Arguments.of("a.doc", Contents.DOC, "application/msword"),
                Arguments.of("a.docx", Contents.DOCX, WORD));
    }

    @ParameterizedTest
    @MethodSource("fitting")
    void content_that_is_what_its_name_says_is_taken(String name, byte[] content, String mediaType) throws IOException {
        assertThat(store().keep(upload(name, content)).mediaType()).isEqualTo(mediaType);
    }

    static Stream<Arguments> unfitting() {
        return Stream.of(
                Arguments.of("a.pdf", Contents.PNG, "image/png"),
                Arguments.of("a.png", Contents.JPEG, "image/jpeg"),
                Arguments.of("a.jpg", Contents.GIF, "image/gif"),
                Arguments.of("a.png", Contents.SVG, "image/svg+xml"),
                Arguments.of("a.png", Contents.HTML, "text/html"),
                Arguments.of("a.gif", Contents.TEXT, "text/plain"),
                Arguments.of("a.png", new byte[100], "application/octet-stream"),
                Arguments.of("a.pdf", Contents.HTML, "text/html"),
                Arguments.of("a.pdf", Contents.TEXT, "text/plain"),
                Arguments.of("a.txt", Contents.HTML, "text/html"),
                Arguments.of("a.txt", text("\uFEFF  <html><script>alert(1)</script>"), "text/html"),
                Arguments.of("a.txt", Contents.SVG, "image/svg+xml"),
                Arguments.of("a.txt", text("<?xml version=\"1.0\"?><a/>"), "application/xml"),
                Arguments.of("a.txt", Contents.PNG, "image/png"),
                Arguments.of("a.txt", Contents.PDF, "application/pdf"),
                Arguments.of("a.txt", Contents.EXE, "application/x-msdownload"),
                Arguments.of("a.docx", Contents.EXE, "application/x-msdownload"),
                Arguments.of("a.docx", Contents.ZIP, "application/zip"),
                Arguments.of("a.docx", Contents.XLSX, "application/x-tika-ooxml"),
                Arguments.of("a.docx", Contents.DOCX_WITH_MACROS, "application/x-tika-ooxml"),
                Arguments.of("a.docx", text("PK\u0003\u0004 and nothing more"), "application/zip"),
                Arguments.of("a.docx", Contents.DOC, "application/x-tika-msoffice"),
                Arguments.of("a.doc", Contents.XLS, "application/x-tika-msoffice"),
                Arguments.of("a.doc", Contents.DOCX, "application/x-tika-ooxml"),
                Arguments.of("a.doc", Contents.HTML, "text/html"));
    }

    @ParameterizedTest
    @MethodSource("unfitting")
    void content_that_is_something_else_is_refused_with_what_it_is(String name, byte[] content, String found) {
        var extension = FileNames.extension(name);

        assertThatThrownBy(() -> store().keep(upload(name, content)))
                .isInstanceOfSatisfying(
                        ContentRefused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(new NotWhatItsNameSays(extension, found)));
        assertThat(folder.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void an_operator_may_allow_what_nobody_knows() throws IOException {
        var allowing = FileStore.open(
                new FileSettings(folder, 1_000, List.of(".csv", ".md", ".taskledger"), Optional.empty()));

        assertThat(allowing.keep(upload("a.csv", text("a,b\n1,2\n"))).mediaType())
                .isEqualTo("text/csv");
        assertThat(allowing.keep(upload("a.md", text("# Plants\n"))).mediaType())
                .isEqualTo("text/x-web-markdown");
        assertThat(allowing.keep(upload("a.taskledger", new byte[] {1, 2})).mediaType())
                .isEqualTo("application/octet-stream");
        assertThatThrownBy(() -> allowing.keep(upload("a.csv", Contents.EXE))).isInstanceOf(ContentRefused.class);
    }

    static Stream<Arguments> noPictures() {
        return Stream.of(
                Arguments.of(Contents.SVG, new NotAPicture("image/svg+xml")),
                Arguments.of(Contents.PDF, new NotAPicture("application/pdf")),
                Arguments.of(Contents.HTML, new NotAPicture("text/html")),
                Arguments.of(text("BM not really"), new NotAPicture("text/plain")),
                Arguments.of(new byte[0], new NotAPicture("application/octet-stream")),
                Arguments.of(java.util.Arrays.copyOf(Contents.PNG, 12), new NotAPicture("image/png")),
                Arguments.of(java.util.Arrays.copyOf(Contents.JPEG, 4), new NotAPicture("image/jpeg")),
                Arguments.of(
                        Contents.pngClaiming(60_000, 60_000),
                        new TooManyPixels(60_000, 60_000, FileSettings.PICTURE_PIXELS)));
    }

    @ParameterizedTest
    @MethodSource("noPictures")
    void only_pictures_that_can_be_drawn_are_taken_as_pictures(byte[] content, ContentRefusal refusal) {
        assertThatThrownBy(() -> store().keepPicture(new ByteArrayInputStream(content)))
                .isInstanceOfSatisfying(
                        ContentRefused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    @Test
    void a_picture_has_a_limit_of_its_own() throws IOException {
        var limit = (int) FileSettings.PICTURE_LIMIT;

        assertThat(store().keepPicture(new ByteArrayInputStream(java.util.Arrays.copyOf(Contents.PNG, limit)))
                        .size())
                .isEqualTo(limit);
        assertThatThrownBy(() ->
                        store().keepPicture(new ByteArrayInputStream(java.util.Arrays.copyOf(Contents.PNG, limit + 1))))
                .isInstanceOfSatisfying(
                        ContentRefused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(new TooLarge(limit)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "image/gif", "image/webp"})
    void pictures_made_of_pixels_may_be_shown(String mediaType) {
        assertThat(InlineContent.mayBeShown(mediaType)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"image/svg+xml", "text/html", "text/plain", "application/pdf", "application/xml", "image/PNG; a"
            })
    void nothing_else_may_be_shown(String mediaType) {
        assertThat(InlineContent.mayBeShown(mediaType)).isFalse();
    }

    /** Nothing that was refused may be among what is kept. */
    @Test
    void what_is_refused_is_not_kept() throws IOException {
        assertThatThrownBy(() -> store().keep(upload("a.png", Contents.SVG))).isInstanceOf(ContentRefused.class);

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private FileStore store() {
        return FileStore.open(FileSettings.defaults(folder));
    }
}
