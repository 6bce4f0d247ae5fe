package dev.posthorn.server.dashboard;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without scripts: keeps cookies and the token of the last form it saw. */
public final class Browser {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("name=\"form_token\" value=\"(\\w+)\"");

    private final int port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String formToken = "";

    Browser(int port) {
        this.port = port;
    }

    public Browser with(String cookie, String value) {
        cookies.put(cookie, value);
        return this;
    }

    public Browser sending(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** What came back. */
    public record Seen(int status, String text, HttpResponse<String> response) {
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Where it leads. */
        public String leadsTo() {
            return status + " " + header("Location");
        }
    }

    public Seen get(String path) {
        return send(request(path).GET());
    }

    /**
     * Sends a form with the token of the last page; {@code fields} are names and values by turns.
     */
    public Seen post(String path, String... fields) {
        StringJoiner form = new StringJoiner("&");
        form.add("form_token=" + formToken);
        for (int i = 0; i < fields.length; i += 2) {
            form.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(request(path).POST(BodyPublishers.ofString(form.toString())));
    }

    /** Forgets the token of the last form. */
    public Browser withoutToken() {
        formToken = "";
        return this;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        StringJoiner sent = new StringJoiner("; ");
        cookies.forEach((name, value) -> sent.add(name + "=" + value));
        if (sent.length() > 0) {
            request.header("Cookie", sent.toString());
        }
        headers.forEach(request::header);
        return request;
    }

    private Seen send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            Matcher token = TOKEN.matcher(answer.body());
            if (token.find()) {
                formToken = token.group(1);
            }
            return new Seen(answer.statusCode(), answer.body(), answer);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.substring(0, cookie.indexOf(';'));
        int equals = pair.indexOf('=');
        if (cookie.contains("Max-Age=0")) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }
}
