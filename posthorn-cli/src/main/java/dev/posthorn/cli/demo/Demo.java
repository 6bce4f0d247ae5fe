package dev.posthorn.cli.demo;

import dev.posthorn.cli.receiver.Visit;
import dev.posthorn.client.Filter;
import dev.posthorn.client.NewEvent;
import dev.posthorn.client.PosthornClient;
import dev.posthorn.client.resource.Delivery;
import dev.posthorn.client.resource.Event;
import dev.posthorn.client.resource.WebhookConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Publishes to every profile, waits until all has arrived, and tells what happened. */
final class Demo {
    /** Tests, deliveries and one retry take about two seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final int POLL_MS = 50;

    private final PosthornClient client;
    private final List<SampleReceiver> receivers;
    private final Story story;
    private final long deadlineNanos = System.nanoTime() + LIMIT.toNanos();
    private final Map<String, SampleReceiver> byEndpoint = new LinkedHashMap<>();
    private final List<String> complaints = new ArrayList<>();

    Demo(PosthornClient client, List<SampleReceiver> receivers, Story story) {
        this.client = client;
        this.receivers = receivers;
        this.story = story;
    }

    /** What did not hold, a sentence each; empty when everything did. */
    List<String> run() throws InterruptedException {
        makeEndpoints();
        SampleReceiver flaky = receiver("standard");
        flaky.failOnce();
        List<Event> events = publish();
        waitUntil(() -> deliveries().stream().noneMatch(Delivery::isPending));
        tell(events);
        checkRetry(flaky, events);
        story.title("Signatures each receiver checked");
        receivers.forEach(receiver -> story.signatures(receiver, receiver.proofs()));
        story.title("Ledger");
        Ledger ledger = Ledger.of(events, deliveries(), this::taken);
        ledger.lines().forEach(story::line);
        complaints.addAll(ledger.complaints());
        return List.copyOf(complaints);
    }

    private void makeEndpoints() throws InterruptedException {
        story.title("Endpoints: one for each profile, tested before anything is sent to them");
        for (SampleReceiver receiver : receivers) {
            WebhookConfig made = client.webhookConfigs().create(receiver.endpoint());
            byEndpoint.put(made.id(), receiver);
        }
        for (Map.Entry<String, SampleReceiver> entry : byEndpoint.entrySet()) {
            waitUntil(() -> !endpoint(entry.getKey()).state().equals("new"));
            WebhookConfig tested = endpoint(entry.getKey());
            story.endpoint(entry.getValue(), tested);
            if (!tested.isValid()) {
                complaints.add("the endpoint of " + entry.getValue().profile() + " is not valid");
            }
        }
    }

    private WebhookConfig endpoint(String id) {
        return client.webhookConfigs().retrieve(id);
    }

    private List<Event> publish() {
        var events = new ArrayList<Event>();
        for (NewEvent event : SampleEvents.all()) {
            events.add(client.events().publish(event));
        }
        return events;
    }

    private List<Delivery> deliveries() {
        return client.deliveries().list(Filter.ALL.pageSize(1000)).toList();
    }

    private void tell(List<Event> events) {
        story.title("Events: each published once, and sent in the shape each endpoint expects");
        story.remark("The standard receiver fails once on purpose. Waits are cut to 1 s here,");
        story.remark("so that the retry can be seen; each profile has its own schedule.");
        List<Delivery> deliveries = deliveries();
        for (Event event : events) {
            story.event(event);
            for (Map.Entry<String, SampleReceiver> endpoint : byEndpoint.entrySet()) {
                if (wasMade(deliveries, event, endpoint.getKey())) {
                    tell(endpoint.getValue(), endpoint.getValue().visitsFor(event.id()));
                }
            }
        }
    }

    private static boolean wasMade(List<Delivery> deliveries, Event event, String endpoint) {
        return deliveries.stream()
                .anyMatch(delivery ->
                        delivery.event().equals(event.id())
                                && delivery.webhookConfig().equals(endpoint));
    }

    private void tell(SampleReceiver receiver, List<Visit> visits) {
        if (visits.isEmpty()) {
            story.missing(receiver);
        } else {
            story.visits(receiver, visits);
        }
    }

    private void checkRetry(SampleReceiver flaky, List<Event> events) {
        boolean retried =
                events.stream()
                        .map(event -> flaky.visitsFor(event.id()))
                        .anyMatch(
                                visits -> visits.size() == 2 && SampleReceiver.taken(visits) == 1);
        if (!retried) {
            complaints.add("the request that failed at first was not retried");
        }
    }

    private long taken(String endpoint, String event) {
        SampleReceiver receiver = byEndpoint.get(endpoint);
        return receiver == null ? 0 : SampleReceiver.taken(receiver.visitsFor(event));
    }

    private SampleReceiver receiver(String profile) {
        return receivers.stream()
                .filter(receiver -> receiver.profile().equals(profile))
                .findFirst()
                .orElseThrow();
    }

    /** Returns at the latest when the time is up: what is missing then shows in the ledger. */
    private void waitUntil(BooleanSupplier done) throws InterruptedException {
        while (!done.getAsBoolean() && System.nanoTime() < deadlineNanos) {
            Thread.sleep(POLL_MS);
        }
    }
}
