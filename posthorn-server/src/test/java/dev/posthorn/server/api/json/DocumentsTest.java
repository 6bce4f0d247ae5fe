package dev.posthorn.server.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.log.Page;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private static final PublicIds IDS = new PublicIds(new byte[16]);
    private static final Documents DOCUMENTS = new Documents(IDS);

    private static final Fields<String> NAMED = (value, json) -> json.text("name", value);

    @Test
    void a_list_is_wrapped_in_its_envelope() {
        Page<String> page = new Page<>(List.of("a", "b"), true, 0, 7, false);

        assertThat(list(page))
                .isEqualTo(
                        "{\"resource\":\"list\",\"data\":[{\"name\":\"a\"},{\"name\":\"b\"}],"
                                + "\"has_more\":true,\"total_count\":7,\"url\":\"/things\"}");
    }

    @Test
    void a_short_page_says_where_to_go_on_and_a_capped_total_that_it_is() {
        Page<String> page = new Page<>(List.of(), true, 4711, 10_000, true);

        assertThat(list(page))
                .isEqualTo(
                        "{\"resource\":\"list\",\"data\":[],\"has_more\":true,"
                                + "\"total_count\":10000,\"total_count_capped\":true,"
                                + "\"next_after_id\":"
                                + '"'
                                + IDS.text(4711)
                                + '"'
                                + ",\"url\":\"/things\"}");
    }

    @Test
    void an_error_names_what_is_wrong() {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("events[3].type", "must be a slug, not \"a b\"");
        params.put("url", "is required");

        assertThat(text(DOCUMENTS.error("invalid-parameter", "Two fields are wrong.", params)))
                .isEqualTo(
                        "{\"error\":\"invalid-parameter\",\"message\":\"Two fields are wrong.\","
                                + "\"params\":{\"events[3].type\":"
                                + "\"must be a slug, not \\\"a b\\\"\",\"url\":\"is required\"}}");
    }

    @Test
    void an_error_without_fields_has_no_params() {
        assertThat(text(DOCUMENTS.error("not-found", "No such event.", Map.of())))
                .isEqualTo("{\"error\":\"not-found\",\"message\":\"No such event.\"}");
    }

    private static String list(Page<String> page) {
        return text(DOCUMENTS.list("/things", page, NAMED));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
