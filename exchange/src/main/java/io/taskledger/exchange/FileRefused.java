package io.taskledger.exchange;

/** A file cannot be read as what it is said to be. The message is a sentence for the person who chose it. */
public abstract class FileRefused extends Exception {

    private final String sentence;

    protected FileRefused(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** The message, which this exception always has. */
    public String sentence() {
        return sentence;
    }
}
