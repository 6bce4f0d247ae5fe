package dev.posthorn.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * Sends calls and repeats those that may be repeated: after a lost connection or a 5xx when sending
 * twice does no harm, after 429 or a refused connection always, because nothing happened then.
 */
final class Transport {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Longer than the server ever holds an answer (10 s), and than a large batch takes. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final String url;
    private final String token;
    private final Retries retries;
    private final HttpClient http;

    /** {@code url} without a slash at its end; an empty {@code token} sends none. */
    Transport(String url, String token, Retries retries) {
        this(url, token, retries, newHttpClient());
    }

    private Transport(String url, String token, Retries retries, HttpClient http) {
        this.url = url;
        this.token = token;
        this.retries = retries;
        this.http = http;
    }

    private static HttpClient newHttpClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    /** The same connections, but no call is sent twice. */
    Transport withoutRetries() {
        return new Transport(url, token, Retries.NONE, http);
    }

    /** The answer to the call; throws {@link PosthornException} when it is refused. */
    JsonNode send(Call call) {
        for (int attempt = 1; ; attempt++) {
            Answer answer = exchange(call);
            if (answer instanceof Answer.Accepted accepted) {
                return Json.tree(accepted.status(), accepted.body());
            }
            OptionalLong wait =
                    answer.mayRepeat(call)
                            ? retries.waitAfter(attempt, answer.retryAfterSeconds())
                            : OptionalLong.empty();
            if (wait.isEmpty()) {
                throw answer.failure();
            }
            pause(wait.getAsLong());
        }
    }

    /**
     * The body of an answer that goes on and on; throws {@link PosthornException} when the call is
     * refused. Sent once: who reads it knows better when to try again.
     */
    InputStream open(Call call) {
        try {
            HttpResponse<InputStream> response =
                    http.send(request(call), BodyHandlers.ofInputStream());
            if (response.statusCode() == 200) {
                return response.body();
            }
            try (InputStream refusal = response.body()) {
                throw Json.refusal(response.statusCode(), refusal.readAllBytes());
            }
        } catch (IOException e) {
            throw new Answer.Lost(e, url).failure();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PosthornException.unreachable("interrupted while waiting for " + url, e);
        }
    }

    private Answer exchange(Call call) {
        try {
            return answer(http.send(request(call), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return new Answer.Lost(e, url);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PosthornException.unreachable("interrupted while waiting for " + url, e);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Answer.Accepted(status, response.body());
        }
        long retryAfter = response.headers().firstValueAsLong("Retry-After").orElse(0);
        return new Answer.Refused(status, retryAfter, response.body());
    }

    private HttpRequest request(Call call) {
        byte[] body = call.body();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + call.path()))
                        .timeout(TIMEOUT)
                        .header("Accept", "application/json")
                        .method(
                                call.method(),
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Token " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private void pause(long millis) {
        try {
            retries.pause().millis(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PosthornException.unreachable("interrupted while waiting for " + url, e);
        }
    }
}
