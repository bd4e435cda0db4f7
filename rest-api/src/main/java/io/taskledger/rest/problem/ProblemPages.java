package io.taskledger.rest.problem;

import java.util.Arrays;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a problem's {@code type} leads to: a short page that explains it. */
@Hidden
@RestController
@RequestMapping("/problems")
class ProblemPages {

    @GetMapping
    ResponseEntity<String> all() {
        var items = Arrays.stream(ProblemType.values())
                .map(type -> "<li><a href=\"" + type.uri() + "\">" + type.title() + "</a> (" + type.status() + ")</li>")
                .toList();
        return page(HttpStatus.OK, "Problems", "<ul>" + String.join("", items) + "</ul>");
    }

    @GetMapping("/{name}")
    ResponseEntity<String> one(@PathVariable String name) {
        return ProblemType.named(name)
                .map(type -> page(
                        HttpStatus.OK, type.title() + " (" + type.status() + ")", "<p>" + type.explanation() + "</p>"))
                .orElseGet(() ->
                        page(HttpStatus.NOT_FOUND, "No such problem", "<p><a href=\"/problems\">All problems</a></p>"));
    }

    /** Made of our own words only: nothing that a client sent gets into it. */
    private static ResponseEntity<String> page(HttpStatus status, String title, String content) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_HTML).body("""
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title></head>
                <body><h1>%s</h1>%s</body></html>
                """.formatted(
                        title, title, content));
    }
}
