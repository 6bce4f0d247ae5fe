package dev.posthorn.cli.demo;

import dev.posthorn.client.resource.Delivery;
import dev.posthorn.client.resource.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds what the server says about its deliveries against what the receivers saw.
 *
 * @param created deliveries the server promised when the events were published
 * @param lost delivered in the server's books, but never taken by a receiver
 * @param duplicates taken more than once
 */
record Ledger(
        long created,
        long delivered,
        long failed,
        long cancelled,
        long pending,
        long lost,
        long duplicates) {

    /** What the receivers of an endpoint saw: how often they took an event, ids of both given. */
    interface Receivers {
        long taken(String endpoint, String event);
    }

    static Ledger of(List<Event> events, List<Delivery> deliveries, Receivers receivers) {
        long lost = 0;
        long duplicates = 0;
        for (Delivery delivery : deliveries) {
            long taken = receivers.taken(delivery.webhookConfig(), delivery.event());
            lost += delivery.state().equals("delivered") && taken == 0 ? 1 : 0;
            duplicates += Math.max(0, taken - 1);
        }
        return new Ledger(
                events.stream().mapToLong(Event::deliveries).sum(),
                count(deliveries, "delivered"),
                count(deliveries, "failed"),
                count(deliveries, "cancelled"),
                count(deliveries, "pending"),
                lost,
                duplicates);
    }

    private static long count(List<Delivery> deliveries, String state) {
        return deliveries.stream().filter(delivery -> delivery.state().equals(state)).count();
    }

    /** What did not hold, a sentence each; empty when everything did. */
    List<String> complaints() {
        var complaints = new ArrayList<String>();
        if (created == 0) {
            complaints.add("no delivery was made");
        }
        if (created != delivered + failed + cancelled + pending) {
            complaints.add("the ledger does not balance");
        }
        if (delivered != created) {
            complaints.add(created - delivered + " deliveries did not arrive");
        }
        if (lost > 0) {
            complaints.add(lost + " deliveries count as delivered but reached no receiver");
        }
        if (duplicates > 0) {
            complaints.add(duplicates + " deliveries arrived more than once");
        }
        return complaints;
    }

    List<String> lines() {
        return List.of(
                "%d deliveries = %d delivered + %d failed + %d cancelled + %d pending"
                        .formatted(created, delivered, failed, cancelled, pending),
                "lost %d, duplicates %d".formatted(lost, duplicates));
    }
}
