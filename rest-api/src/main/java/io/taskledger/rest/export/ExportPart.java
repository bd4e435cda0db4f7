package io.taskledger.rest.export;

import java.io.IOException;

/** A part of what a person takes along; every feature writes its own. */
public interface ExportPart {

    /** @throws IOException where the client is gone */
    void writeTo(ExportArchive archive) throws IOException;
}
