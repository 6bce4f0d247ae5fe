package dev.posthorn.server.api.endpoint;

import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.server.api.read.BodyFields;
import dev.posthorn.server.api.read.JsonBody;
import dev.posthorn.server.egress.UrlPolicy;
import dev.posthorn.server.http.RefusedException;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The rules of what an endpoint may be, for those who do not come through a route of the API. */
public final class EndpointReading {
    private final EndpointBody bodies;

    public EndpointReading(UrlPolicy urls, InstantSource clock) {
        this.bodies = new EndpointBody(urls, clock);
    }

    /**
     * What was read.
     *
     * @param settings from those in force to those wanted; only good without problems
     * @param problems by field, as the API names them
     */
    public record Reading(UnaryOperator<EndpointSettings> settings, Map<String, String> problems) {}

    /** Reads a body as the API would. {@code before}: in force, or what a new one starts with. */
    public Reading read(byte[] json, EndpointSettings before) {
        BodyFields body = JsonBody.fields(json);
        EndpointWishes wishes = bodies.read(body, before);
        try {
            body.done();
            return new Reading(wishes::applied, Map.of());
        } catch (RefusedException e) {
            return new Reading(wishes::applied, e.error().params());
        }
    }
}
