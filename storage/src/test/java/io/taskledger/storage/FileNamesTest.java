package io.taskledger.storage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "../../etc/passwd, passwd",
        "'C:\\Users\\ann\\notes.txt', notes.txt",
        "'/srv/a\\b/c.png', c.png",
        "'  spaces around.txt  ', spaces around.txt",
        "trailing.txt..., trailing.txt",
        "'evil.exe. .', evil.exe",
        "'ex\u202Egnp.exe', exgnp.exe",
        "'a\u2066b\u2069\uFEFF.txt', ab.txt",
        "'a\u0000b\tc\r\nd\u007F\u0085.txt', abcd.txt",
        "'line\u2028and\u2029paragraph.txt', lineandparagraph.txt",
        "'Gru\u0308n.txt', 'Grün.txt'",
        "'日本語 – Übersicht №5.docx', '日本語 – Übersicht №5.docx'",
        "'می\u200Cخواهم.txt', 'می\u200Cخواهم.txt'",
        "'👩\u200D🚀.png', '👩\u200D🚀.png'",
        "'half\uD800.txt', half.txt",
        ".bashrc, .bashrc",
        "'\"quotes\"; x=1.txt', '\"quotes\"; x=1.txt'",
    })
    void what_is_harmful_goes_and_the_rest_stays(String sent, String safe) {
        assertThat(FileNames.safe(sent)).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "...", "/", "\\", "a/", "../", "\u0000", "\u202E", " . . "})
    void nothing_is_left_nameless(String sent) {
        assertThat(FileNames.safe(sent)).isEqualTo("file");
    }

    @Test
    void a_long_name_keeps_its_extension_and_whole_characters() {
        assertThat(FileNames.safe("a".repeat(255))).isEqualTo("a".repeat(255));
        assertThat(FileNames.safe("a".repeat(252) + ".pdf")).isEqualTo("a".repeat(251) + ".pdf");
        assertThat(FileNames.safe("🚀".repeat(300) + ".png")).isEqualTo("🚀".repeat(251) + ".png");
        assertThat(FileNames.safe("a." + "🚀".repeat(300))).isEqualTo("a." + "🚀".repeat(253));
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt, .txt",
        "a.tar.GZ, .gz",
        "TITLE.PDF, .pdf",
        ".txt, ''",
        "none, ''",
        "a., ''",
        "'a.p df', '.p df'",
    })
    void the_extension_is_the_last_one_in_lower_case(String name, String extension) {
        assertThat(FileNames.extension(name)).isEqualTo(extension);
    }
}
