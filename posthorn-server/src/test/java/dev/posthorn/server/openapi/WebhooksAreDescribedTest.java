package dev.posthorn.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.Profiles;
import dev.posthorn.core.profile.SampleEndpoints;
import dev.posthorn.core.profile.builtin.BuiltInProfiles;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What receivers get is what the section {@code webhooks} says. */
class WebhooksAreDescribedTest {
    private static final String COMMENT = "{\"id\":\"c1\",\"comment\":\"Hi\",\"votes\":2}";
    private static final OpenApi DOCUMENT = OpenApi.shipped();
    private static final Schemas SCHEMAS = new Schemas(DOCUMENT);
    private static final JsonMapper JSON = JsonMapper.shared();

    private static OutgoingRequest sent(String profile, String type) {
        Endpoint endpoint = SampleEndpoints.endpoint(profile);
        Event event = SampleEndpoints.event(type, new EntityId.Numeric("7"), COMMENT);
        return BuiltInProfiles.profiles()
                .of(endpoint)
                .renderer(endpoint, SampleEndpoints.IDENTITY)
                .render(event, new AttemptContext(1, SampleEndpoints.NOW));
    }

    private static Map<String, String> headers(OutgoingRequest request) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String[] all = request.headers();
        for (int i = 0; i + 1 < all.length; i += 2) {
            headers.put(all[i], all[i + 1]);
        }
        return headers;
    }

    @ParameterizedTest
    @CsvSource({
        "ricloud, task.succeeded, ricloud",
        "eventinsight, user.created, eventinsight",
        "eventinsight, user.deleted, eventinsight",
        "fastcomments, comment.created, fastcommentsChanged",
        "fastcomments, comment.updated, fastcommentsChanged",
        "fastcomments, comment.deleted, fastcommentsDeleted",
        "standard, user.updated, standard",
        "svix, user.updated, svix",
        "cloudevents, user.updated, cloudevents"
    })
    void sends_what_is_written_down(String profile, String type, String name) {
        OutgoingRequest request = sent(profile, type);
        JsonNode described =
                DOCUMENT.root()
                        .at("/webhooks/" + name)
                        .get(request.method().toLowerCase(Locale.ROOT));
        assertThat(described).as(request.method()).isNotNull();
        Map<String, String> headers = headers(request);
        for (JsonNode one : described.get("parameters")) {
            JsonNode header = DOCUMENT.resolved(one);
            String value = headers.get(header.get("name").stringValue());
            assertThat(value).as(header.get("name").stringValue()).isNotNull();
            assertThat(
                            SCHEMAS.problems(
                                    header.get("schema"), JSON.getNodeFactory().stringNode(value)))
                    .isEmpty();
        }
        JsonNode schema =
                Operation.schemas(described.get("requestBody")).get(headers.get("Content-Type"));
        assertThat(schema).as(headers.get("Content-Type")).isNotNull();
        assertThat(SCHEMAS.problems(schema, JSON.readTree(request.body()))).isEmpty();
    }

    @Test
    void describes_every_built_in_profile() {
        Profiles profiles = BuiltInProfiles.profiles();
        Set<String> described = new TreeSet<>();
        DOCUMENT.root()
                .get("webhooks")
                .propertyNames()
                .forEach(name -> described.add(name.replaceAll("(Changed|Deleted)$", "")));
        Set<String> built = new TreeSet<>();
        profiles.all().forEach(profile -> built.add(profile.name()));
        assertThat(described).isEqualTo(built);
    }
}
