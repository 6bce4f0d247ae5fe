package dev.posthorn.server.dashboard.visit;

import dev.posthorn.server.dashboard.desk.Desk;
import dev.posthorn.server.dashboard.words.Words;
import dev.posthorn.server.http.Request;
import dev.posthorn.server.http.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request for a page: who asks, what they sent, and the ways to answer. One thread. */
public final class Visit {
    private final Request request;
    private final Form form;
    private final Frame frame;
    private final @Nullable Desk desk;
    private final Templates templates;
    private final Safety safety;

    Visit(
            Request request,
            Form form,
            Frame frame,
            @Nullable Desk desk,
            Templates templates,
            Safety safety) {
        this.request = request;
        this.form = form;
        this.frame = frame;
        this.desk = desk;
        this.templates = templates;
        this.safety = safety;
    }

    public Request request() {
        return request;
    }

    /** What was filled in; empty for a GET. */
    public Form form() {
        return form;
    }

    /** What stands around every page. */
    public Frame frame() {
        return frame;
    }

    public Words words() {
        return frame.words();
    }

    /** What the visitor can reach; only for pages that need somebody signed in. */
    public Desk desk() {
        if (desk == null) {
            throw new IllegalStateException("nobody is signed in on " + request.path());
        }
        return desk;
    }

    public boolean isSignedIn() {
        return desk != null;
    }

    /** A parameter of the query without what surrounds it; absent when nothing is left. */
    public Optional<String> asked(String name) {
        return Optional.ofNullable(request.query().values().get(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    /** Whether a script asks for a part of the page. */
    public boolean wantsPart() {
        return request.header("HX-Request").isPresent();
    }

    /** {@code template}: below {@code src/main/jte}, with {@code frame} and {@code model}. */
    public Response page(String template, Object model) {
        return page(200, template, model);
    }

    public Response page(int status, String template, Object model) {
        byte[] html = templates.render(template, Map.of("frame", frame, "model", model));
        return safety.html(status, html, frame);
    }

    /** With headers of its own, such as a cookie. */
    public Response page(String template, Object model, Map<String, String> headers) {
        Response page = page(template, model);
        Map<String, String> all = new HashMap<>(page.headers());
        all.putAll(headers);
        return new Response(page.status(), page.contentType(), page.body(), all);
    }

    /** Leads on with a GET. {@code to}: a path of ours. */
    public Response to(String to) {
        return Response.empty(303, safety.headers(frame, Map.of("Location", to)));
    }

    /** Leads on, and says there what was done: {@code done.<key>} of the words. */
    public Response to(String to, String done) {
        String separator = to.contains("?") ? "&" : "?";
        return to(to + separator + "done=" + encoded(done));
    }

    /** Leads on with a cookie. */
    public Response to(String to, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Location", to);
        return Response.empty(303, safety.headers(frame, all));
    }

    /** A text as part of a query. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A path of ours to go back to, whatever was sent; {@code otherwise} for anything else. */
    public static String back(String wanted, String otherwise) {
        boolean ours =
                wanted.startsWith("/ui")
                        && !wanted.startsWith("/ui//")
                        && wanted.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return ours ? wanted : otherwise;
    }
}
