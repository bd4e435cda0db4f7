package io.taskledger.exchange;

/** Too much of other files is being read at this moment. Nothing was made of this one; later there is room. */
public final class ImportsBusy extends RuntimeException {

    private static final String SENTENCE = "Other files are being imported just now; try again in a minute.";

    ImportsBusy() {
        super(SENTENCE);
    }

    /** For whoever asked. */
    public String sentence() {
        return SENTENCE;
    }
}
