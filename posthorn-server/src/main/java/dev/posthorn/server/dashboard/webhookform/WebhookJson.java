package dev.posthorn.server.dashboard.webhookform;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A form as a body of the API, so that one set of rules holds for both. */
final class WebhookJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, String> problems = new TreeMap<>();

    /** What cannot even be said in JSON, by field. Words of keys, to be said. */
    Map<String, String> problems() {
        return problems;
    }

    /** {@code before}: the schedule in force; left alone when it was not changed. */
    byte[] of(TypedWebhook typed, TypedRetry before) {
        ObjectNode json = JSON.createObjectNode();
        json.put("name", typed.name().isEmpty() ? null : typed.name());
        json.put("url", typed.url());
        json.put("profile", typed.profile());
        json.put("ordering", typed.ordering());
        types(typed, json);
        ObjectNode headers = json.putObject("headers");
        typed.filledHeaders().forEach(headers::put);
        rate(typed.rate(), json);
        if (!typed.retry().equals(before)) {
            retry(typed.retry(), json);
        }
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void types(TypedWebhook typed, ObjectNode json) {
        if (typed.isRouted()) {
            json.putNull("event_types");
            return;
        }
        if (typed.chosen().isEmpty()) {
            problems.put("event_types", "webhook.problem.no-types");
        }
        ArrayNode types = json.putArray("event_types");
        typed.chosen().forEach(types::add);
    }

    private void rate(String rate, ObjectNode json) {
        if (rate.isEmpty()) {
            json.putNull("rate_limit");
            return;
        }
        try {
            json.put("rate_limit", Double.parseDouble(rate.replace(',', '.')));
        } catch (NumberFormatException _) {
            problems.put("rate_limit", "webhook.problem.rate");
        }
    }

    private void retry(TypedRetry retry, ObjectNode json) {
        switch (retry.kind()) {
            case "waits" ->
                    retry.seconds()
                            .ifPresentOrElse(
                                    seconds -> {
                                        ArrayNode waits =
                                                json.putObject("retry").putArray("waits_s");
                                        seconds.forEach(waits::add);
                                    },
                                    () -> problems.put("retry", "webhook.problem.waits"));
            case "linear" -> {
                if (retry.unitS().matches("\\d{1,9}") && retry.attempts().matches("\\d{1,9}")) {
                    json.putObject("retry")
                            .put("unit_s", Long.parseLong(retry.unitS()))
                            .put("attempts", Long.parseLong(retry.attempts()));
                } else {
                    problems.put("retry", "webhook.problem.linear");
                }
            }
            default -> json.putNull("retry");
        }
    }
}
