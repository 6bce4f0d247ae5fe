package dev.posthorn.bench.micro;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.RequestRenderer;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.profile.builtin.BuiltInProfiles;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A whole request of 1 KiB of data: body, headers and signature, profile by profile. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RenderingBenchmark {
    private static final long NOW_MS = 1_768_469_400_250L;

    @Param({"ricloud", "eventinsight", "fastcomments", "standard", "cloudevents", "svix"})
    public String profile = "standard";

    private final Event event = event();
    private RequestRenderer renderer = renderer("standard");

    /** Renderers are made once per endpoint, not per attempt. */
    @Setup
    public void prepare() {
        renderer = renderer(profile);
    }

    @Benchmark
    public OutgoingRequest render() {
        return renderer.render(event, new AttemptContext(1, NOW_MS));
    }

    private static RequestRenderer renderer(String profile) {
        SenderIdentity identity =
                new SenderIdentity(
                        "Posthorn/jmh", "posthorn.example.com", new PublicIds(new byte[16]));
        Endpoint endpoint = endpoint(profile);
        return BuiltInProfiles.profiles().of(endpoint).renderer(endpoint, identity);
    }

    private static Endpoint endpoint(String profile) {
        return new Endpoint(
                new EndpointId(4242),
                new OrganisationId(77),
                null,
                EndpointSettings.of("https://receiver.example.com/in", profile),
                EndpointSecrets.of(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
                EndpointState.VALID,
                null,
                NOW_MS,
                true,
                NOW_MS,
                NOW_MS,
                null,
                TestRecord.NONE,
                1);
    }

    private static Event event() {
        return new Event(
                new EventId((NOW_MS << 15) | 5),
                new OrganisationId(77),
                new EventType("user.updated"),
                new EntityId.Text("u-1048576"),
                null,
                List.of(),
                new Payload(Kilobyte.json().getBytes(StandardCharsets.UTF_8)),
                NOW_MS);
    }
}
