package dev.posthorn.server.settings;

/** Which Posthorn this is. */
public final class Version {
    /** From the jar's manifest; {@code dev} when run from classes. */
    public static final String CURRENT = read();

    private Version() {}

    private static String read() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
