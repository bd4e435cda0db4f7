package io.taskledger.app.contract;

import java.util.List;
import java.util.stream.Stream;

/** Values with which programs have been broken before. */
final class Oddities {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\r\n",
            "a\r\nSet-Cookie: a=b",
            "\\",
            "\"",
            "'",
            "' or '1'='1",
            "'; drop table task; --",
            "\") or 1=1 --",
            "%",
            "_",
            "%_%",
            "a & b | !c <-> d:*",
            "((((",
            ":* & !",
            "${jndi:ldap://127.0.0.1/a}",
            "{{7*7}}#{7*7}",
            "<script>alert(1)</script>",
            "../../../etc/passwd",
            "..%2f..%2f",
            "null",
            "NaN",
            "-0",
            "1e999",
            "2147483648",
            "-9223372036854775809",
            "0000-00-00",
            "2026-02-30",
            "9999-12-31",
            "+999999999-12-31",
            "-0001-01-01",
            "2026-11-21T25:61:61Z",
            "24:00",
            "Europe/Nowhere",
            "GMT+99",
            "\u202Eabc",
            "\uFEFFabc",
            "e\u0301\u0301\u0301",
            "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "\uFDD0\uFFFF",
            "\u0001\u001F\u007F\u0085\u2028",
            "ı İ ß ſ K",
            "a".repeat(300),
            "é".repeat(10_001),
            "\uD83D\uDE00".repeat(6_000),
            "task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE",
            "task-01KAJ4Y2V0QF3D9A7M5ZC8W6XE-1",
            "comment-7",
            "user-",
            "-",
            "me",
            "none",
            "bulk",
            "stats",
            "rebuilds");

    private static final List<String> JSON = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "-0.0",
            "1e999",
            "-1e400",
            "1e-400",
            "123456789012345678901234567890",
            "9223372036854775807",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[{}]",
            "[1,\"a\",null,{},[]]",
            "{\"\":null}",
            "{\"a\":{\"a\":{\"a\":[]}}}",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "[\"\\ud800\"]",
            "[\"" + "t".repeat(5_000) + "\"]",
            listOf(1_500, "\"t\""),
            listOf(1_500, "7"),
            nested(60),
            nested(5_000));

    /** Of whole bodies. */
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "}",
            "{]",
            "{\"title\":}",
            "{'title':'a'}",
            "{\"title\":\"a\"}{\"title\":\"b\"}",
            "{\"title\":\"a\",\"title\":7}",
            "{\"title\":\"a\",}",
            "// none\n{}",
            "\uFEFF{}",
            "NaN",
            "undefined",
            "\"\\x\"",
            "\"\t\"",
            "title=a&priority=high",
            "<title>a</title>",
            "{\"" + "k".repeat(60_000) + "\":1}",
            "1".repeat(2_000),
            "0." + "1".repeat(2_000));

    private static final List<String> HEADERS = List.of(
            "If-Match: *",
            "If-Match: \"v0\"",
            "If-Match: \"v999999999999999999\"",
            "If-Match: \"v99999999999999999999999\"",
            "If-Match: ,,,",
            "If-Match: W/\"v1\", \"a\", v2",
            "If-None-Match: *",
            "If-Modified-Since: yesterday",
            "Idempotency-Key:",
            "Idempotency-Key: " + "k".repeat(256),
            "Idempotency-Key: \u00e9",
            "Idempotency-Key: the same each time",
            "Taskledger-Position: -1",
            "Taskledger-Position: 1",
            "Taskledger-Position: 99999999999999999999",
            "Taskledger-Position: first",
            "Accept: application/xml",
            "Accept: nonsense",
            "Accept: text/event-stream",
            "Accept-Language: " + "xx,".repeat(500),
            "Accept-Encoding: identity;q=0",
            "Accept-Charset: utf-7",
            "Range: bytes=9-1",
            "Range: bytes=0-,-1,5-5",
            "Expect: 200-maybe",
            "Content-Encoding: gzip",
            "X-HTTP-Method-Override: TRACE",
            "X-Forwarded-For: ' or 1=1 --",
            "X-Forwarded-Proto: gopher",
            "X-Forwarded-Port: minus one",
            "X-Forwarded-Prefix: /../../",
            "X-Forwarded-Host: example.org:x",
            "Forwarded: for=\"[::\";proto=",
            "Origin: null",
            "Cookie: access_token=a.b.c; JSESSIONID=../../a; =; ;",
            "Authorization: Basic Og==",
            "Content-Type: text/plain",
            "Content-Type: application/json; charset=utf-16",
            "Content-Type: application/json; charset=nonsense",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Type: multipart/form-data",
            "Content-Type: multipart/form-data; boundary=" + "b".repeat(300),
            "Content-Type: a/b/c; d",
            "Content-Type:");

    private Oddities() {}

    static List<String> texts() {
        return TEXTS;
    }

    /** Values as JSON; texts among them. */
    static List<String> json() {
        return Stream.concat(JSON.stream(), TEXTS.stream().map(Oddities::quoted))
                .toList();
    }

    static List<String> bodies() {
        return BODIES;
    }

    /** Whole lines. */
    static List<String> headers() {
        return HEADERS;
    }

    private static String quoted(String text) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(text);
    }

    private static String listOf(int size, String entry) {
        return "[" + (entry + ",").repeat(size - 1) + entry + "]";
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
