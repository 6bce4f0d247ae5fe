package dev.posthorn.server.api.resource;

import static java.util.stream.Collectors.joining;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.EndpointState;
import dev.posthorn.core.endpoint.TestRecord;
import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.signature.EndpointSecrets;
import dev.posthorn.core.signature.Secret;
import dev.posthorn.server.api.json.Documents;
import dev.posthorn.server.api.json.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What the tests of this package write, and how they spell what they expect. */
final class Shown {
    static final PublicIds IDS = new PublicIds(new byte[16]);
    static final Documents DOCUMENTS = new Documents(IDS);
    static final long NOW = Instant.parse("2026-11-22T10:25:05.007Z").toEpochMilli();
    static final String NOW_TEXT = "2026-11-22T10:25:05.007Z";
    static final OrganisationId ORGANISATION = new OrganisationId(Sequence.firstOf(NOW) + 1);
    static final EndpointId ENDPOINT = new EndpointId(Sequence.firstOf(NOW) + 2);

    private Shown() {}

    static String id(long seq) {
        return '"' + IDS.text(seq) + '"';
    }

    static <T> String one(T value, Fields<T> fields) {
        return new String(DOCUMENTS.one(value, fields), StandardCharsets.UTF_8);
    }

    /** Expected JSON without the line breaks and indents that make it readable. */
    static String json(String block, Object... parts) {
        return block.lines().map(String::strip).collect(joining()).formatted(parts);
    }

    static Endpoint endpoint(EndpointSettings settings, EndpointState state) {
        return new Endpoint(
                ENDPOINT,
                ORGANISATION,
                null,
                settings,
                EndpointSecrets.of(new Secret("whsec_c2VjcmV0")),
                state,
                null,
                NOW,
                false,
                NOW,
                NOW,
                null,
                TestRecord.NONE,
                1);
    }
}
