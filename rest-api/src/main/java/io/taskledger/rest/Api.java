package io.taskledger.rest;

import io.taskledger.messages.Receipt;
import io.taskledger.rest.gateway.Gateways;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What every address and every answer of the API share. */
public final class Api {

    /** Where the contract's paths begin. */
    public static final String BASE = "/api/v1";

    private Api() {}

    /** Whether a path is answered by the API, so that its errors are problems and never pages. */
    public static boolean covers(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** JSON whatever the client says that it accepts, as the contract has it. */
    public static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
    }

    /** The same, saying how far the ledger came with what was written. */
    public static ResponseEntity.BodyBuilder after(HttpStatus status, Receipt receipt) {
        return answer(status).header(Gateways.POSITION, Long.toString(receipt.position()));
    }

    /** Nothing more to say than that it was written. */
    public static ResponseEntity<Void> nothing(Receipt receipt) {
        return ResponseEntity.noContent()
                .header(Gateways.POSITION, Long.toString(receipt.position()))
                .build();
    }
}
