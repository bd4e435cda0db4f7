package io.taskledger.rest.export;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same archive for who is signed in to the pages: outside of the API, where their session counts and no token does. */
@Hidden
@RestController
class ExportForBrowsers {

    private final ExportController export;

    ExportForBrowsers(ExportController export) {
        this.export = export;
    }

    @GetMapping("/export/taskledger-export.zip")
    void export(HttpServletResponse response) throws IOException {
        export.export(response);
    }
}
