package dev.posthorn.bench.subject;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Posthorn as a program under test, with one endpoint of profile {@code standard} per path. */
public final class PosthornSubject implements Subject {
    private static final String HOSTILE = "hostile.group";

    private final ChildJvm jvm;
    private final Path folder;
    private final String token;
    private final OperatorApi api;

    private PosthornSubject(ChildJvm jvm, Path folder, String token) {
        this.jvm = jvm;
        this.folder = folder;
        this.token = token;
        this.api = new OperatorApi(URI.create("http://127.0.0.1:" + jvm.port()), token);
    }

    /** Starts it and makes the endpoints. */
    public static PosthornSubject start(SubjectSettings settings) {
        StoredEvents.make(settings);
        PosthornSubject subject = resume(settings, "posthorn_" + UUID.randomUUID());
        Endpoints.make(subject.api, settings);
        return subject;
    }

    /** Starts it over the data of an earlier life, which knew the same token. */
    public static PosthornSubject resume(SubjectSettings settings, String token) {
        ChildJvm jvm =
                ChildJvm.start(
                        PosthornMain.class,
                        settings.allJvmOptions(),
                        arguments(settings, token),
                        Map.of(),
                        settings.log());
        return new PosthornSubject(jvm, settings.folder(), token);
    }

    private static List<String> arguments(SubjectSettings settings, String token) {
        List<String> arguments = new ArrayList<>();
        arguments.add("listen=127.0.0.1:0");
        arguments.add("data=" + settings.folder());
        arguments.add("admin-token=" + token);
        arguments.add("max-in-flight=" + settings.program().maxInFlight());
        arguments.addAll(settings.program().serverSettings());
        return arguments;
    }

    /** When its process was started. */
    public long startedNanos() {
        return jvm.startedNanos();
    }

    /** From the start of its process to its readiness. */
    public Duration readyAfter() {
        return Duration.ofNanos(jvm.readyAfterNanos());
    }

    /** An endpoint of this URL that gets what {@link #provokeHostile} publishes for its group. */
    public void makeHostile(String url, int group) {
        ObjectNode endpoint = JsonNodeFactory.instance.objectNode();
        endpoint.put("url", url);
        endpoint.put("profile", "standard");
        endpoint.put("test", false);
        endpoint.putArray("event_types").add(HOSTILE + group);
        endpoint.putObject("retry").putArray("waits_s").add(3600);
        api.post("/configs/webhook", endpoint);
    }

    /** One event for the hostile endpoints of a group; no attempt of theirs is repeated. */
    public void provokeHostile(int group) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("type", HOSTILE + group);
        event.putObject("data");
        api.post("/events", event);
    }

    @Override
    public long pid() {
        return jvm.pid();
    }

    @Override
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), jvm.port());
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public long pending() {
        return api.get("/queue?limit=1&organisation=default").get("pending").longValue();
    }

    @Override
    public Books books() {
        return new Books(pending(), count("failed"), count("cancelled"));
    }

    private long count(String state) {
        String path = "/deliveries?limit=1&organisation=default&state=" + state;
        return api.get(path).get("total_count").longValue();
    }

    @Override
    public void kill() {
        api.close();
        jvm.kill();
    }

    @Override
    public void close() {
        api.close();
        jvm.close();
    }
}
