package io.taskledger.app;

/** Which build this is. */
public final class Version {

    private Version() {}

    /** As in the jar's manifest. */
    public static String text() {
        var version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development build" : version;
    }
}
