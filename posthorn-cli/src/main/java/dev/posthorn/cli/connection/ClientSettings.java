package dev.posthorn.cli.connection;

import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.Failure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which server and which token: from {@code ~/.posthorn.properties}, the environment and flags,
 * later ones first. On loopback the operator's token is read from the server's data folder.
 */
record ClientSettings(Chosen server, Chosen credential) {
    private static final Path DEFAULT_DATA = Path.of("posthorn-data");
    static final String DEFAULT_URL = "http://127.0.0.1:8080";

    /**
     * One setting.
     *
     * @param from where it was found, for people
     */
    record Chosen(String value, String from) {}

    static ClientSettings of(ClientOptions.Chosen chosen, Context context) {
        UserFile user = UserFile.of(context);
        Map<String, String> file = user.lines();
        Chosen url =
                first(chosen.url(), "url", file, context)
                        .orElse(new Chosen(DEFAULT_URL, "default"));
        checkUrl(url.value());
        Chosen token =
                first(chosen.token(), "token", file, context)
                        .orElseGet(() -> tokenHere(url.value(), data(chosen, context)));
        return new ClientSettings(url, token);
    }

    String url() {
        return server.value();
    }

    /** Empty for none. */
    String token() {
        return credential.value();
    }

    private static Path data(ClientOptions.Chosen chosen, Context context) {
        String variable = context.environment().getOrDefault("POSTHORN_DATA", "");
        Path data = variable.isEmpty() ? DEFAULT_DATA : Path.of(variable);
        return context.resolve(chosen.data() == null ? data : chosen.data());
    }

    private static Optional<Chosen> first(
            @Nullable String flag, String name, Map<String, String> file, Context context) {
        String variable = "POSTHORN_" + name.toUpperCase(Locale.ROOT);
        return Stream.of(
                        found(flag, "--" + name),
                        found(context.environment().get(variable), variable),
                        found(file.get(name), UserFile.of(context).path().toString()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Chosen> found(@Nullable String value, String from) {
        return value == null || value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chosen(value, from));
    }

    private static void checkUrl(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
                return;
            }
        } catch (IllegalArgumentException _) {
            // Not even a URI: the same answer.
        }
        throw Failure.usage(
                "\"" + url + "\" is not the URL of a server", "Write it like " + DEFAULT_URL + ".");
    }

    private static Chosen tokenHere(String url, Path data) {
        Path file = data.resolve("admin-token");
        if (isLoopback(URI.create(url).getHost()) && Files.isReadable(file)) {
            try {
                return new Chosen(Files.readString(file).strip(), file.toString());
            } catch (IOException e) {
                throw new Failure(file + " cannot be read: " + e.getMessage(), "Give --token.");
            }
        }
        return new Chosen("", "nowhere");
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ClientSettings[" + url() + "]";
    }
}
