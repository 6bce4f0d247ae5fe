package dev.posthorn.server.dashboard.guide;

import dev.posthorn.core.administration.EndpointRejection;
import dev.posthorn.core.administration.EndpointResult;
import dev.posthorn.core.administration.NewEndpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.server.api.endpoint.EndpointReading;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.sample.SampleReceiver;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the webhook of the first step: all events, profile standard, tested at once. */
final class NewReceiver {
    private static final JsonMapper JSON = JsonMapper.shared();

    private NewReceiver() {}

    /** What came of it. */
    sealed interface Result {
        record Made(EndpointResult.Done done) implements Result {}

        /** {@code problem}: of the URL, in a sentence. */
        record Refused(String problem) implements Result {}
    }

    static Result make(Visit visit, TypedReceiver typed) {
        Organisation home = visit.desk().home();
        EndpointSettings start = EndpointSettings.of("", SampleReceiver.PROFILE);
        EndpointReading.Reading read =
                new EndpointReading(visit.desk().ports().urls(), visit.desk().ports().clock())
                        .read(json(visit, typed, home), start);
        if (!read.problems().isEmpty()) {
            return new Result.Refused(String.join(" ", read.problems().values()));
        }
        EndpointSettings settings = read.settings().apply(start);
        EndpointResult result =
                visit.desk()
                        .create(
                                new NewEndpoint(
                                        home.id(), null, settings, null, NewEndpoint.Start.TESTED));
        return switch (result) {
            case EndpointResult.Done done -> new Result.Made(done);
            case EndpointResult.Refused(EndpointRejection.TooMany(int most)) ->
                    new Result.Refused(visit.words().say("webhook.problem.too-many", most));
            case EndpointResult.Refused _ ->
                    new Result.Refused(visit.words().say("error.not-found.why"));
        };
    }

    /** As the API takes it, so that its rules hold. */
    private static byte[] json(Visit visit, TypedReceiver typed, Organisation home) {
        ObjectNode json = JSON.createObjectNode();
        json.put("name", visit.words().say(typed.own() ? "guide.own.name" : "guide.sample.name"));
        json.put(
                "url",
                typed.own() ? typed.url() : SampleReceiver.urlOf(home.id(), visit.desk().ids()));
        json.putArray("event_types").add("*");
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
