package io.taskledger.app.product;

/** How much a test of the whole product tries: little in every build, much with {@code -Plong}. */
public final class Form {

    private static final boolean LONG = Boolean.getBoolean("taskledger.long");

    private Form() {}

    public static boolean isLong() {
        return LONG;
    }

    public static int of(int shortForm, int longForm) {
        return LONG ? longForm : shortForm;
    }
}
