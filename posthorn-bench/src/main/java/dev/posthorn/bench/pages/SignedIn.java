package dev.posthorn.bench.pages;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The operator in a browser without pictures. One thread. */
final class SignedIn implements AutoCloseable {
    private static final String EMAIL = "bench@posthorn.example";
    private static final String PASSWORD = "only for the bench";
    private static final Pattern TOKEN = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    /** The JDK's own keeper of cookies sends them in a form that no browser uses. */
    private final Map<String, String> cookies = new HashMap<>();

    private SignedIn(String base) {
        this.base = base;
    }

    /** As the first user when there is none yet, else as the one made here before. */
    static SignedIn at(String base, Optional<String> firstLink) {
        SignedIn visitor = new SignedIn(base);
        String door = firstLink.orElse("/ui/sign-in");
        visitor.post(door, door, Map.of("name", "Bench", "email", EMAIL, "password", PASSWORD));
        if (visitor.get("/ui/settings").statusCode() != 200) {
            throw new IllegalStateException("the users of this folder are not the bench's");
        }
        return visitor;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    /** {@code page}: where the form stands. */
    void post(String page, String action, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException("there is no form on " + page);
        }
        StringJoiner body = new StringJoiner("&");
        body.add("form_token=" + encoded(token.group(1)));
        fields.forEach((name, value) -> body.add(name + "=" + encoded(value)));
        send(
                HttpRequest.newBuilder(URI.create(base + action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body.toString())));
    }

    /** The first of what a page has between two texts. */
    String find(String page, Pattern wanted) {
        HttpResponse<String> answer = get(page);
        Matcher found = wanted.matcher(answer.body());
        if (!found.find()) {
            throw new IllegalStateException(
                    "%s, status %d, has nothing like %s"
                            .formatted(answer.uri(), answer.statusCode(), wanted));
        }
        return found.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder asked) {
        String shown =
                cookies.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("; "));
        HttpRequest request = (shown.isEmpty() ? asked : asked.header("Cookie", shown)).build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted at " + request.uri(), e);
        }
    }

    private void keep(String cookie) {
        int equals = cookie.indexOf('=');
        int end = cookie.indexOf(';', equals);
        cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1, end));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
