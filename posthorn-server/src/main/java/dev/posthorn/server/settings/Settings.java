package dev.posthorn.server.settings;

import dev.posthorn.core.retention.Retention;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator chose, checked and parsed once. Immutable; read as {@code
 * settings.get(Known.DELIVERY_TIMEOUT)}.
 */
public final class Settings {
    /** A delivery in flight costs about this much heap: request, response and buffers. */
    private static final long HEAP_PER_FLIGHT_BYTES = 128 * 1024;

    /** The rest is for publishers' connections, the database and the program itself. */
    private static final int FILES_PERCENT = 60;

    /** More sockets than this need limits raised outside the JVM as well. */
    private static final int MOST_IN_FLIGHT = 20_000;

    private static final Settings STANDARD = new Settings(Map.of());

    private final Map<Setting<?>, Chosen<?>> chosen;

    private Settings(Map<Setting<?>, Chosen<?>> chosen) {
        this.chosen = Map.copyOf(chosen);
    }

    /** A value with the text it was read from. */
    private record Chosen<T>(T value, String text, Source source) {}

    /** Every setting as it is when nobody sets anything. */
    public static Settings standard() {
        return STANDARD;
    }

    /** The same with one setting changed, as a flag would; unchecked text is refused. */
    public Settings with(Setting<?> setting, String text) {
        try {
            return with(setting, text, Source.FLAG);
        } catch (NotAValue e) {
            throw new IllegalArgumentException(setting.name() + " " + e.getMessage(), e);
        }
    }

    Settings with(Setting<?> setting, String text, Source source) throws NotAValue {
        var changed = new LinkedHashMap<Setting<?>, Chosen<?>>(chosen);
        changed.put(setting, chosen(setting, text, source));
        return new Settings(changed);
    }

    private static <T> Chosen<T> chosen(Setting<T> setting, String text, Source source)
            throws NotAValue {
        return new Chosen<>(setting.kind().parse(text), text, source);
    }

    /** The value of a setting that always has one. */
    public <T> T get(Setting<T> setting) {
        return find(setting)
                .orElseThrow(
                        () -> new IllegalStateException("no value for setting " + setting.name()));
    }

    /** The value, or empty when the setting has none by default and nobody set it. */
    @SuppressWarnings("unchecked") // Only chosen(Setting<T>, …) puts values in.
    public <T> Optional<T> find(Setting<T> setting) {
        var found = (Chosen<T>) chosen.get(setting);
        if (found != null) {
            return Optional.of(found.value());
        }
        String standard = setting.standard();
        return standard == null
                ? Optional.empty()
                : Optional.of(Kinds.known(setting.kind(), standard));
    }

    /** What is kept, and for how long. */
    public Retention kept() {
        return new Retention(
                get(Known.RETENTION),
                get(Known.ATTEMPT_RETENTION),
                find(Known.RETENTION_SIZE).orElse(null),
                get(Known.ATTEMPT_BODIES));
    }

    public Source source(Setting<?> setting) {
        Chosen<?> found = chosen.get(setting);
        return found == null ? Source.STANDARD : found.source();
    }

    /** The text a value was read from; empty when it has none. */
    String text(Setting<?> setting) {
        Chosen<?> found = chosen.get(setting);
        String standard = setting.standard();
        return found != null ? found.text() : standard == null ? "" : standard;
    }

    /** The value as text, secrets masked, for {@code --print-config}. */
    public String shown(Setting<?> setting) {
        Chosen<?> found = chosen.get(setting);
        if (found == null) {
            return setting.unset();
        }
        return setting.secret() ? "********" : found.text();
    }

    /** Requests to receivers at once: as set, else what heap and open files have room for. */
    public int maxInFlight() {
        return find(Known.MAX_IN_FLIGHT)
                .orElseGet(() -> inFlightFor(Runtime.getRuntime().maxMemory(), OpenFiles.limit()));
    }

    static int inFlightFor(long heapBytes, long openFiles) {
        long byHeap = heapBytes / HEAP_PER_FLIGHT_BYTES;
        long byFiles = openFiles * FILES_PERCENT / 100;
        return (int) Math.max(1, Math.min(MOST_IN_FLIGHT, Math.min(byHeap, byFiles)));
    }

    /** Where people reach this server: as set, else where it listens. */
    public URI publicUrl() {
        ListenAddress listen = get(Known.LISTEN);
        return find(Known.PUBLIC_URL).orElseGet(() -> URI.create(listen.url(listen.port())));
    }

    /**
     * What links begin with, without a slash at the end; empty when nobody said under which URL
     * people reach a server that listens beyond this machine.
     */
    public Optional<String> reachedAt(int actualPort) {
        ListenAddress listen = get(Known.LISTEN);
        return find(Known.PUBLIC_URL)
                .map(set -> set.toString().replaceAll("/+$", ""))
                .or(() ->
                        listen.isLoopback()
                                ? Optional.of(listen.url(actualPort))
                                : Optional.empty());
    }

    /** Value of {@code User-Agent}: as set, else ours with the version of this program. */
    public String userAgent() {
        return find(Known.USER_AGENT).orElseGet(() -> "Posthorn/" + Version.CURRENT);
    }

    public Path dataFolder() {
        return get(Known.DATA);
    }
}
