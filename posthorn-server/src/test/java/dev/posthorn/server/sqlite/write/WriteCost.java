package dev.posthorn.server.sqlite.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.posthorn.core.attempt.AttemptOutcome;
import dev.posthorn.core.attempt.AttemptRecord;
import dev.posthorn.core.attempt.Exchange;
import dev.posthorn.core.attempt.Response;
import dev.posthorn.core.attempt.Timings;
import dev.posthorn.core.attempt.Trigger;
import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.delivery.Settlement.Verdict;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.retention.Retention;
import dev.posthorn.core.store.AcceptOutcome;
import dev.posthorn.core.store.Acceptance;
import dev.posthorn.core.store.AcceptedEvent;
import dev.posthorn.core.store.IdempotencyMark;
import dev.posthorn.server.secretbox.MasterKey;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.sqlite.file.DataFolder;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.sqlite.file.Migrations;
import dev.posthorn.server.store.commit.WriterLimits;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What one set (event, delivery, settlement, attempt) costs the writer's thread, in batches. Run it
 * by hand: {@code WriteCost FOLDER [sets] [endpoints] [batch] [keys]}; prints microseconds per set.
 */
final class WriteCost {
    private static final byte[] PAYLOAD = ("{\"a\":\"" + "x".repeat(1015) + "\"}").getBytes(UTF_8);
    private static final EventType TYPE = new EventType("user.updated");

    private final Random random = new Random(1);
    private final InstantSource clock = InstantSource.system();
    private final Sequence sequence;
    private final Inbox inbox;
    private final Committer committer;
    private final int endpoints;
    private final boolean keys;
    private List<PendingDelivery> made = new ArrayList<>();

    private WriteCost(Connection connection, Checkpointer checkpointer, int endpoints, boolean keys)
            throws Exception {
        this.endpoints = endpoints;
        this.keys = keys;
        sequence = new Sequence(0);
        inbox = new Inbox(WriterLimits.DEFAULTS, clock);
        SecretBox box = new SecretBox(new MasterKey(new byte[32]), new SecureRandom());
        committer =
                new Committer(
                        inbox,
                        new Statements(connection, box, sequence, Retention.FOREVER),
                        checkpointer,
                        (made, _) -> this.made.addAll(made),
                        clock,
                        WriterLimits.DEFAULTS);
    }

    public static void main(String[] args) throws Exception {
        int sets = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        int endpoints = args.length > 2 ? Integer.parseInt(args[2]) : 100;
        int batch = args.length > 3 ? Integer.parseInt(args[3]) : 300;
        boolean keys = args.length > 4;
        Path path = Files.createTempDirectory(Path.of(args[0]), "write-cost");
        try (DataFolder folder = DataFolder.claim(path)) {
            Database database = new Database(folder.database());
            Migrations.run(database);
            try (Connection connection = database.openWriter()) {
                var checkpointer =
                        new Checkpointer(database.openCheckpointer(), new WalGauge(connection));
                Thread copier = Thread.ofPlatform().start(checkpointer);
                new WriteCost(connection, checkpointer, endpoints, keys).run(sets, batch, path);
                checkpointer.stop();
                copier.join();
                checkpointer.finish();
            }
        }
    }

    private void run(int sets, int batch, Path path) throws Exception {
        measure("warm-up", sets / 4, batch, path);
        measure("measured", sets, batch, path);
    }

    private void measure(String what, int sets, int batch, Path path) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long cpuBefore = threads.getCurrentThreadCpuTime();
        long wallBefore = System.nanoTime();
        long preparing = 0;
        long longestNs = 0;
        long walBytes = 0;
        for (int done = 0; done < sets; done += batch) {
            long before = threads.getCurrentThreadCpuTime();
            offer(batch);
            preparing += threads.getCurrentThreadCpuTime() - before;
            long start = System.nanoTime();
            committer.step();
            longestNs = Math.max(longestNs, System.nanoTime() - start);
            walBytes = Math.max(walBytes, Files.size(path.resolve("posthorn.db-wal")));
        }
        double cpu = (threads.getCurrentThreadCpuTime() - cpuBefore - preparing) / 1e3 / sets;
        double wall = (System.nanoTime() - wallBefore) / 1e3 / sets;
        System.out.printf(
                "%s: %.1f us CPU per set on the writer, %.1f us in all, longest step %d ms,"
                        + " log up to %d MB, database %d MB%n",
                what,
                cpu,
                wall,
                longestNs / 1_000_000,
                walBytes >> 20,
                Files.size(path.resolve("posthorn.db")) >> 20);
    }

    private void offer(int batch) {
        List<PendingDelivery> before = made;
        made = new ArrayList<>();
        for (PendingDelivery delivery : before) {
            inbox.put(settlement(delivery));
        }
        for (int i = 0; i < batch; i++) {
            inbox.offer(new Offered(List.of(event())));
        }
    }

    private AcceptedEvent event() {
        long nowMs = clock.millis();
        long seq = sequence.next(3, nowMs);
        Event event =
                new Event(
                        new EventId(seq),
                        new OrganisationId(7),
                        TYPE,
                        new EntityId.Text("123456"),
                        null,
                        List.of(),
                        new Payload(PAYLOAD),
                        nowMs);
        var to = new EndpointId((1L << 50) + random.nextInt(endpoints));
        return new AcceptedEvent(
                event,
                List.of(
                        new PendingDelivery(
                                new DeliveryId(seq + 1),
                                to,
                                event.id(),
                                event,
                                nowMs,
                                nowMs,
                                0,
                                0,
                                0,
                                0)),
                mark());
    }

    private @Nullable IdempotencyMark mark() {
        if (!keys) {
            return null;
        }
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        return new IdempotencyMark(hash, hash, Long.MAX_VALUE);
    }

    private Settlement settlement(PendingDelivery delivery) {
        long nowMs = clock.millis();
        var response =
                new Response(
                        200,
                        new String[] {
                            "content-type",
                            "text/plain",
                            "date",
                            "Sun, 22 Nov 2026 05:07:38 GMT",
                            "content-length",
                            "2"
                        },
                        "ok".getBytes(UTF_8),
                        false);
        return new Settlement(
                delivery.id(),
                delivery.endpoint(),
                0,
                0,
                new Verdict.Delivered(nowMs),
                new AttemptRecord(
                        1,
                        Trigger.SCHEDULED,
                        nowMs,
                        1,
                        new byte[32],
                        new Exchange(
                                new AttemptOutcome.Delivered(200),
                                response,
                                new Timings(-1, -1, -1, 800, 1000),
                                "127.0.0.1",
                                null)));
    }

    private record Offered(List<AcceptedEvent> events) implements Acceptance {
        @Override
        public int bytes() {
            return PAYLOAD.length;
        }

        @Override
        public void completed(AcceptOutcome outcome) {
            if (!(outcome instanceof AcceptOutcome.Committed)) {
                throw new AssertionError(outcome);
            }
        }
    }
}
