package dev.posthorn.core.profile;

import static dev.posthorn.core.profile.SampleEndpoints.SECRET;
import static dev.posthorn.core.profile.SampleEndpoints.body;
import static dev.posthorn.core.profile.SampleEndpoints.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.endpoint.ProfileOptions;
import dev.posthorn.core.endpoint.ProfileOptions.DeleteBody;
import dev.posthorn.core.endpoint.ProfileOptions.Mode;
import dev.posthorn.core.endpoint.ProfileOptions.Signature;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.signature.FastCommentsSigner;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FastCommentsProfileTest {
    private static final String DATA = "{\"comment\":\"hi\", \"id\" : \"c-1\"}";

    @ParameterizedTest
    @CsvSource({"created, PUT", "updated, PUT", "deleted, DELETE", "approved, POST"})
    void calls_with_the_method_that_fits(String action, String method) {
        assertThat(render(action, DATA, EntityId.NONE, ProfileOptions.DEFAULTS).method())
                .isEqualTo(method);
    }

    @Test
    void lets_the_owner_choose_methods() {
        ProfileOptions options =
                options(Map.of("created", "POST", "deleted", "PUT"), DeleteBody.ID);

        assertThat(render("created", DATA, EntityId.NONE, options).method()).isEqualTo("POST");
        assertThat(render("updated", DATA, EntityId.NONE, options).method()).isEqualTo("PUT");
        assertThat(render("deleted", DATA, EntityId.NONE, options).method()).isEqualTo("PUT");
    }

    @Test
    void sends_the_data_with_token_and_signature() {
        OutgoingRequest request = render("updated", DATA, EntityId.NONE, ProfileOptions.DEFAULTS);

        assertThat(body(request)).isEqualTo(DATA);
        assertThat(header(request, "Content-Type")).isEqualTo("application/json");
        assertThat(header(request, "token")).isEqualTo(SECRET.text());
        assertThat(header(request, "X-FastComments-Timestamp")).isEqualTo("1768469400");
        assertThat(header(request, "X-FastComments-Signature"))
                .isEqualTo(new FastCommentsSigner(SECRET).sign("1768469400", request.body()));
    }

    @Test
    void sends_only_the_id_of_what_was_deleted() {
        var entity = new EntityId.Text("another");

        assertThat(deleted("{\"comment\":\"hi\", \"id\" : \"c-\\u0031\"}", entity))
                .isEqualTo("{\"id\":\"c-\\u0031\"}");
        assertThat(deleted("{\"id\":17}", entity)).isEqualTo("{\"id\":17}");
    }

    @Test
    void falls_back_on_the_entity_in_its_own_type() {
        assertThat(deleted("{\"x\":{\"id\":1}}", new EntityId.Text("a\"b")))
                .isEqualTo("{\"id\":\"a\\\"b\"}");
        assertThat(deleted("{\"id\":null}", new EntityId.Numeric("42"))).isEqualTo("{\"id\":42}");
        assertThat(deleted("{}", EntityId.NONE)).isEqualTo("{\"id\":null}");
    }

    @Test
    void sends_a_deleted_comment_whole_where_the_owner_wants_it() {
        ProfileOptions options = options(Map.of(), DeleteBody.FULL);

        assertThat(body(render("deleted", DATA, EntityId.NONE, options))).isEqualTo(DATA);
    }

    private static String deleted(String data, EntityId entity) {
        return body(render("deleted", data, entity, ProfileOptions.DEFAULTS));
    }

    private static OutgoingRequest render(
            String action, String data, EntityId entity, ProfileOptions options) {
        return SampleEndpoints.render(
                SampleEndpoints.endpoint("fastcomments", options),
                SampleEndpoints.event("comment." + action, entity, data),
                1);
    }

    private static ProfileOptions options(Map<String, String> methods, DeleteBody deleteBody) {
        return new ProfileOptions(true, methods, deleteBody, Mode.STRUCTURED, Signature.HMAC, true);
    }
}
