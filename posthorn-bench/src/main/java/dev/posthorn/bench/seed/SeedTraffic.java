package dev.posthorn.bench.seed;

import dev.posthorn.core.delivery.DeliveryId;
import dev.posthorn.core.delivery.PendingDelivery;
import dev.posthorn.core.delivery.Settlement;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.event.EntityId;
import dev.posthorn.core.event.Event;
import dev.posthorn.core.event.EventId;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.id.Sequence;
import dev.posthorn.core.store.AcceptedEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The events of a plan, one after another, each with what becomes of its deliveries. */
final class SeedTraffic {
    /** One of so many endpoints has been down for the last day. */
    private static final int DOWN_EVERY = 97;

    private static final long DAY_MS = 86_400_000;
    private static final int ENTITIES = 50_000;

    private final SeedPlan plan;
    private final List<SeedOwner> owners;
    private final Sequence sequence;
    private final long endMs;

    /** {@code endMs}: when the last event is, milliseconds since 1970. */
    SeedTraffic(SeedPlan plan, List<SeedOwner> owners, Sequence sequence, long endMs) {
        this.plan = plan;
        this.owners = owners;
        this.sequence = sequence;
        this.endMs = endMs;
    }

    /** An accepted event, and the settlements of its deliveries in the order of their attempts. */
    record Made(AcceptedEvent accepted, SeedOwner owner, List<List<Settlement>> rounds) {}

    long atMs(int number) {
        long spanMs = plan.span().toMillis();
        return endMs - spanMs + spanMs * number / plan.events();
    }

    Made make(int number) {
        boolean mine = owners.size() == 1 || number % 2 == 0;
        SeedOwner owner =
                mine ? owners.getFirst() : owners.get(1 + number / 2 % (owners.size() - 1));
        int type = owner.typeOf(number);
        List<Integer> takers = owner.takers(type);
        long nowMs = atMs(number);
        long seq = sequence.next(1 + 2 * takers.size(), nowMs);
        Event event = event(number, seq, owner, type);
        List<PendingDelivery> deliveries = new ArrayList<>();
        List<List<Settlement>> rounds = new ArrayList<>();
        for (int i = 0; i < takers.size(); i++) {
            int place = takers.get(i);
            PendingDelivery made = pending(seq + 1 + 2L * i, owner.endpoints().get(place), event);
            deliveries.add(made);
            List<Settlement> settled = settled(made, place, number);
            for (int round = 0; round < settled.size(); round++) {
                if (rounds.size() == round) {
                    rounds.add(new ArrayList<>());
                }
                rounds.get(round).add(settled.get(round));
            }
        }
        return new Made(new AcceptedEvent(event, deliveries, null), owner, rounds);
    }

    private Event event(int number, long seq, SeedOwner owner, int type) {
        String entity = "user-" + number % ENTITIES;
        String data =
                """
                {"id":"%s","email":"%s@example.com","plan":"professional","seats":%d,\
                "address":{"street":"12 Harbour Lane","city":"Rotterdam","country":"NL"},\
                "note":"%s"}\
                """
                        .formatted(entity, entity, number % 40, "filled ".repeat(10));
        return new Event(
                new EventId(seq),
                owner.id(),
                SeedOwner.type(type),
                new EntityId.Text(entity),
                null,
                List.of(),
                new Payload(data.getBytes(StandardCharsets.UTF_8)),
                Sequence.millisOf(seq));
    }

    private static PendingDelivery pending(long seq, EndpointId endpoint, Event event) {
        return new PendingDelivery(
                new DeliveryId(seq),
                endpoint,
                event.id(),
                event,
                event.createdMs(),
                event.createdMs(),
                0,
                0,
                0,
                0);
    }

    private List<Settlement> settled(PendingDelivery delivery, int place, int number) {
        long acceptedMs = delivery.acceptedMs();
        if (place % DOWN_EVERY == DOWN_EVERY - 1 && acceptedMs > endMs - DAY_MS) {
            return SeedAttempts.waiting(delivery, endMs + DAY_MS);
        }
        return place % SeedPlan.FLAKY_EVERY == SeedPlan.FLAKY_EVERY - 1
                ? SeedAttempts.hard(delivery, SeedPlan.FLAKY_ATTEMPTS, number % 2 == 0)
                : SeedAttempts.easy(delivery, number);
    }
}
