package dev.posthorn.bench.subject;

import dev.posthorn.bench.load.RequestTemplate;
import dev.posthorn.bench.receive.EndpointSecret;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Posthorn as a program under test, with one endpoint of profile {@code standard} per path. */
public final class PosthornSubject implements Subject {
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
        String token = "posthorn_" + UUID.randomUUID();
        ChildJvm jvm =
                ChildJvm.start(
                        PosthornMain.class,
                        settings.allJvmOptions(),
                        arguments(settings, token),
                        Map.of(),
                        settings.folder().resolveSibling("posthorn.log"));
        PosthornSubject subject = new PosthornSubject(jvm, settings.folder(), token);
        subject.makeEndpoints(settings);
        return subject;
    }

    private static List<String> arguments(SubjectSettings settings, String token) {
        List<String> arguments = new ArrayList<>();
        arguments.add("listen=127.0.0.1:0");
        arguments.add("data=" + settings.folder());
        arguments.add("admin-token=" + token);
        arguments.add("max-in-flight=" + settings.maxInFlight());
        arguments.addAll(settings.serverSettings());
        return arguments;
    }

    private void makeEndpoints(SubjectSettings settings) {
        for (int i = 0; i < settings.fan().endpoints(); i++) {
            ObjectNode endpoint = JsonNodeFactory.instance.objectNode();
            endpoint.put("url", "http://127.0.0.1:" + settings.receiverPort() + "/e/" + i);
            endpoint.put("profile", "standard");
            endpoint.put("secret", EndpointSecret.text(i));
            endpoint.put("test", false);
            endpoint.putArray("event_types").add(RequestTemplate.type(i % settings.fan().groups()));
            api.post("/configs/webhook", endpoint);
        }
    }

    @Override
    public String name() {
        return "posthorn";
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
        return api.get("/queue").get("pending").longValue();
    }

    @Override
    public Books books() {
        return new Books(pending(), count("failed"), count("cancelled"));
    }

    private long count(String state) {
        String path = "/deliveries?limit=1&state=" + state;
        return api.get(path).get("total_count").longValue();
    }

    @Override
    public void close() {
        api.close();
        jvm.close();
    }
}
