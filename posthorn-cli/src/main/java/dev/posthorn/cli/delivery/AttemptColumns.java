package dev.posthorn.cli.delivery;

import dev.posthorn.cli.terminal.Column;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How attempts look in a table. */
final class AttemptColumns {
    static final List<Column> ALL =
            List.of(
                    Column.of("ID", "id"),
                    Column.time("STARTED", "date_started"),
                    Column.of("TYPE", "type"),
                    Column.of("NUMBER", "number"),
                    new Column("REQUEST", AttemptColumns::request, false),
                    new Column("OUTCOME", AttemptColumns::outcome, false),
                    new Column("MS", AttemptColumns::millis, false));

    private AttemptColumns() {}

    private static String request(JsonNode attempt) {
        JsonNode request = attempt.path("request");
        return request.path("method").asString("") + " " + request.path("url").asString("");
    }

    /** The status, or why there is none. */
    private static String outcome(JsonNode attempt) {
        JsonNode status = attempt.path("response").path("status");
        return status.isNumber()
                ? status.asString()
                : attempt.path("error").path("code").asString("");
    }

    private static String millis(JsonNode attempt) {
        JsonNode total = attempt.path("timings_ms").path("total");
        return total.isNumber() ? Long.toString(Math.round(total.asDouble())) : "";
    }
}
