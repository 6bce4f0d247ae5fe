package dev.posthorn.server.api.endpoint;

import dev.posthorn.core.directory.Directory;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.health.Missed;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.egress.UrlPolicy;
import java.time.InstantSource;
import java.util.function.Function;

/** What the routes of endpoints need besides the administration. */
public record EndpointPorts(
        Directory directory,
        PublicIds ids,
        Documents documents,
        UrlPolicy urls,
        Function<EndpointId, Missed> missed,
        InstantSource clock) {}
