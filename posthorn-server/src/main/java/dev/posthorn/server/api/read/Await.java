package dev.posthorn.server.api.read;

import dev.posthorn.server.http.Request;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How long a caller lets an answer be held until the work it starts is done: {@code Ricloud-Await:
 * 5} or {@code Prefer: wait=5} (RFC 7240). Nonsense counts as not at all, more than the most as the
 * most.
 */
public final class Await {
    private static final int MOST_S = 10;

    private Await() {}

    public static Duration asked(Request request) {
        return request.header("Ricloud-Await")
                .or(() -> request.header("Prefer").flatMap(Await::preferred))
                .map(Await::seconds)
                .orElse(Duration.ZERO);
    }

    private static Optional<String> preferred(String header) {
        for (String preference : header.split("[,;]", -1)) {
            String text = preference.strip().toLowerCase(Locale.ROOT);
            if (text.startsWith("wait=")) {
                return Optional.of(text.substring("wait=".length()));
            }
        }
        return Optional.empty();
    }

    private static Duration seconds(String text) {
        String digits = text.strip();
        return digits.matches("[0-9]{1,6}")
                ? Duration.ofSeconds(Math.min(Integer.parseInt(digits), MOST_S))
                : Duration.ZERO;
    }

    /** The result once it is there, empty when the time is up or the work came to nothing. */
    public static <T> Optional<T> result(CompletableFuture<T> work, Duration longest) {
        try {
            return Optional.of(work.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
