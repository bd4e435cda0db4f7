package io.taskledger.app.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Uploads, as browsers send them and as no browser would. */
final class Multipart {

    private static final String BOUNDARY = "a-line-of-its-own";

    private Multipart() {}

    /** The field that the contract names, with a small text in it. */
    static byte[] upload(List<String> headers) {
        headers.add("Content-Type: multipart/form-data; boundary=" + BOUNDARY);
        return part("file", "filename=\"note.txt\"", "Bring nails").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] fuzzed(Random random, List<String> headers) {
        var names = List.of("file", "file", "files", "", "file\0");
        var files = Oddities.texts();
        var text = part(
                names.get(random.nextInt(names.size())),
                "filename=\"" + files.get(random.nextInt(files.size())).replace("\"", "%22") + ".txt\"",
                "Bring nails".repeat(random.nextInt(3)));
        headers.add("Content-Type: multipart/form-data; boundary=" + BOUNDARY);
        var end = random.nextInt(4) == 0 ? random.nextInt(text.length()) : text.length();
        return text.substring(0, end).getBytes(StandardCharsets.UTF_8);
    }

    /** Percent-encoded, for any part of an address; half a surrogate pair becomes a question mark. */
    static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String part(String name, String more, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; " + more
                + "\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
    }
}
