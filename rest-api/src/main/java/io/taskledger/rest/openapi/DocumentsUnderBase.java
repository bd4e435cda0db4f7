package io.taskledger.rest.openapi;

import java.net.URI;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.taskledger.rest.Api;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The documents are at the server's root; clients of the contract look for them under its base. */
@Hidden
@SecurityRequirements
@RestController
@RequestMapping(Api.BASE)
class DocumentsUnderBase {

    @GetMapping("/docs")
    ResponseEntity<Void> page() {
        return to("/docs");
    }

    @GetMapping("/openapi.json")
    ResponseEntity<Void> document() {
        return to("/openapi.json");
    }

    private static ResponseEntity<Void> to(String path) {
        return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT)
                .location(URI.create(path))
                .build();
    }
}
