package dev.posthorn.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.posthorn.server.settings.Known;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code max-pending-per-endpoint} promises, over HTTP at a whole server. */
class TooManyPendingTest {
    private static final int LIMIT = 10;

    @TempDir private Path folder = Path.of("");
    private ToldReceiver receiver;
    private WholeServer server;
    private String endpoint;

    @BeforeEach
    void start() {
        receiver = new ToldReceiver(_ -> 200);
        server =
                WholeServer.start(
                        folder,
                        settings ->
                                settings.with(
                                        Known.MAX_PENDING_PER_ENDPOINT, Integer.toString(LIMIT)));
        endpoint =
                server.call()
                        .with("Ricloud-Await", "10")
                        .post(
                                "/configs/webhook",
                                "{'url':'%s','profile':'standard','paused':true}"
                                        .formatted(receiver.url()))
                        .at("id");
        receiver.next();
        receiver.next();
    }

    @AfterEach
    void stop() {
        server.close();
        receiver.close();
    }

    @Test
    void beyond_it_events_are_missed_which_is_shown_and_can_be_replayed() {
        for (int i = 0; i < LIMIT; i++) {
            assertThat(publish(i).at("deliveries")).isEqualTo("1");
        }
        pending(LIMIT);

        ApiCall.Answer missed = publish(LIMIT);

        assertThat(missed.status()).isEqualTo(201);
        assertThat(missed.at("deliveries")).isEqualTo("0");
        assertThat(missedEvents()).isOne();
        assertThat(server.call().get("/events/" + missed.at("id") + "/routing").text())
                .contains("'verdict':'too-many-pending','delivery':null");
        pending(LIMIT);

        server.call().post("/configs/webhook/" + endpoint, "{'paused':false}");
        for (int i = 0; i < LIMIT; i++) {
            receiver.next();
        }
        pending(0);
        ApiCall.Answer task = replayMissed(10);
        assertThat(task.at("state")).isEqualTo("succeeded");
        assertThat(task.text()).contains("'results':[{'resent':0,'created':1,'skipped':0}]");
        assertThat(receiver.next().body()).contains("\"n\":10");
        assertThat(missedEvents()).isZero();
        assertThat(server.call().get("/events/" + missed.at("id") + "/routing").text())
                .contains("'verdict':'sent'");
    }

    @Test
    void a_replay_waits_while_its_endpoint_is_full() {
        for (int i = 0; i < LIMIT; i++) {
            publish(i);
        }
        pending(LIMIT);
        publish(LIMIT);

        ApiCall.Answer task = replayMissed(0);
        assertThat(task.status()).isEqualTo(201);
        server.call().post("/configs/webhook/" + endpoint, "{'paused':false}");

        for (int i = 0; i < LIMIT; i++) {
            receiver.next();
        }
        assertThat(receiver.next().body()).contains("\"n\":10");
    }

    @Test
    void what_is_pending_still_counts_after_a_restart() {
        for (int i = 0; i < LIMIT; i++) {
            publish(i);
        }
        server.close();
        server =
                WholeServer.start(
                        folder,
                        settings ->
                                settings.with(
                                        Known.MAX_PENDING_PER_ENDPOINT, Integer.toString(LIMIT)));
        pending(LIMIT);

        assertThat(publish(LIMIT).at("deliveries")).isEqualTo("0");
    }

    private ApiCall.Answer publish(int n) {
        return server.call()
                .post("/events", "{'type':'user.updated','data':{'n':%d}}".formatted(n));
    }

    private ApiCall.Answer replayMissed(int awaitSeconds) {
        return server.call()
                .with("Ricloud-Await", Integer.toString(awaitSeconds))
                .post(
                        "/configs/webhook/" + endpoint + "/replay",
                        "{'since':'2020-01-01T00:00:00Z','state':'missed'}");
    }

    private int missedEvents() {
        return server.call()
                .get("/configs/webhook/" + endpoint)
                .json()
                .path("missed")
                .path("events")
                .asInt();
    }

    /** Returns when the lanes know of so many; the queue is asked after whatever was committed. */
    private void pending(int deliveries) {
        for (int i = 0; i < 30_000; i++) {
            if (server.call().get("/queue").at("pending").equals(Integer.toString(deliveries))) {
                return;
            }
        }
        throw new AssertionError(server.call().get("/queue").text());
    }
}
