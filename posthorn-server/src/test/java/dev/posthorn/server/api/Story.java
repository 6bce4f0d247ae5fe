package dev.posthorn.server.api;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.profile.AttemptContext;
import dev.posthorn.core.profile.OutgoingRequest;
import dev.posthorn.core.profile.SenderIdentity;
import dev.posthorn.core.store.AcceptedEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** One event of an organisation that was delivered: the ids of everything that came of it. */
record Story(
        String organisation,
        String key,
        String endpoint,
        String task,
        String event,
        String delivery,
        String attempt) {

    static Story of(ApiFixture api, String organisation) {
        ApiCall caller = api.as(organisation + "-all").with("Ricloud-Await", "5");
        String endpoint =
                caller.post(
                                "/configs/webhook",
                                "{'url':'https://example.com/in','profile':'standard'}")
                        .at("id");
        caller.post("/events", "{'type':'user.updated','entity_id':7,'data':{'name':'Zoë'}}");
        AcceptedEvent event = api.journal.accepted().getLast();
        PendingDelivery delivery = event.deliveries().getFirst();
        deliver(api, delivery);
        return new Story(
                ApiFixture.text(api.id(organisation).seq()),
                ApiFixture.text(api.key(organisation + "-read").id().seq()),
                endpoint,
                caller.get("/tasks").each("id").getFirst(),
                ApiFixture.text(event.event().id().seq()),
                ApiFixture.text(delivery.id().seq()),
                caller.get("/attempts").each("id").getFirst());
    }

    /** A listener of an organisation that hears nothing. */
    static String listener(ApiFixture api, String organisation) {
        return api.as(organisation + "-all")
                .post("/listeners", "{'event_types':['never.*']}")
                .at("id");
    }

    /** Settles it as answered with 200, the way the engine would. */
    static void deliver(ApiFixture api, PendingDelivery delivery) {
        Endpoint endpoint = api.directory.endpoint(delivery.endpoint()).orElseThrow();
        OutgoingRequest request =
                api.profiles
                        .of(endpoint)
                        .renderer(
                                endpoint,
                                new SenderIdentity(
                                        "Posthorn/test", "posthorn.example.com", ApiFixture.IDS))
                        .render(delivery.event(), new AttemptContext(1, ApiFixture.NOW_MS));
        Response response =
                new Response(
                        200,
                        new String[] {"Content-Type", "text/plain"},
                        "thanks".getBytes(StandardCharsets.UTF_8),
                        false);
        Exchange exchange =
                new Exchange(
                        new AttemptOutcome.Delivered(200),
                        response,
                        new Timings(-1, 10, -1, 20, 30),
                        "192.0.2.1",
                        null);
        AttemptRecord attempt =
                new AttemptRecord(
                        1,
                        Trigger.SCHEDULED,
                        ApiFixture.NOW_MS,
                        endpoint.revision(),
                        sha256(request.body()),
                        exchange);
        api.journal.settle(
                new Settlement(
                        delivery.id(),
                        endpoint.id(),
                        0,
                        0,
                        new Settlement.Verdict.Delivered(ApiFixture.NOW_MS + 1),
                        attempt));
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
