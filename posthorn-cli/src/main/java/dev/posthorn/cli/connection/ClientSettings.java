package dev.posthorn.cli.connection;

import dev.posthorn.cli.process.Context;
import dev.posthorn.cli.process.Failure;
import dev.posthorn.server.settings.Nearest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which server and which token: from {@code ~/.posthorn.properties}, the environment and flags,
 * later ones first. On loopback the operator's token is read from the server's data folder.
 */
record ClientSettings(String url, String token) {
    private static final String DEFAULT_URL = "http://127.0.0.1:8080";
    private static final Path DEFAULT_DATA = Path.of("posthorn-data");
    private static final String FILE = ".posthorn.properties";
    private static final List<String> NAMES = List.of("url", "token");

    static ClientSettings of(ClientOptions.Chosen chosen, Context context) {
        Map<String, String> file = file(context.home().resolve(FILE));
        String url = first(chosen.url(), "url", file, context).orElse(DEFAULT_URL);
        checkUrl(url);
        String token =
                first(chosen.token(), "token", file, context)
                        .orElseGet(() -> tokenHere(url, data(chosen, context)));
        return new ClientSettings(url, token);
    }

    private static Path data(ClientOptions.Chosen chosen, Context context) {
        String variable = context.environment().getOrDefault("POSTHORN_DATA", "");
        Path data = variable.isEmpty() ? DEFAULT_DATA : Path.of(variable);
        return context.resolve(chosen.data() == null ? data : chosen.data());
    }

    private static Optional<String> first(
            @Nullable String flag, String name, Map<String, String> file, Context context) {
        String variable = context.environment().get("POSTHORN_" + name.toUpperCase(Locale.ROOT));
        return Stream.of(flag, variable, file.get(name))
                .filter(value -> value != null && !value.isEmpty())
                .map(String::valueOf)
                .findFirst();
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

    private static String tokenHere(String url, Path data) {
        Path file = data.resolve("admin-token");
        if (isLoopback(URI.create(url).getHost()) && Files.isReadable(file)) {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new Failure(file + " cannot be read: " + e.getMessage(), "Give --token.");
            }
        }
        return "";
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }

    private static Map<String, String> file(Path path) {
        if (!Files.exists(path)) {
            return Map.of();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure(path + " cannot be read: " + e.getMessage(), "");
        }
        var lines = new TreeMap<String, String>();
        for (String name : properties.stringPropertyNames()) {
            if (!NAMES.contains(name)) {
                throw new Failure(
                        path + ": unknown line " + name + Nearest.hint(name, NAMES),
                        "It knows url and token.");
            }
            lines.put(name, properties.getProperty(name));
        }
        return lines;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "ClientSettings[" + url + "]";
    }
}
