package dev.posthorn.cli.demo;

import dev.posthorn.cli.receiver.Behaviour;
import dev.posthorn.cli.receiver.Listener;
import dev.posthorn.cli.receiver.OwnSecret;
import dev.posthorn.cli.receiver.Receiver;
import dev.posthorn.cli.receiver.SecretsCheck;
import dev.posthorn.cli.receiver.Verdict;
import dev.posthorn.cli.receiver.Visit;
import dev.posthorn.client.WebhookConfigFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A receiver on loopback for one profile, and the endpoint that is made for it. */
final class SampleReceiver implements AutoCloseable {
    private final String profile;
    private final List<String> eventTypes;
    private final String secret = OwnSecret.random();
    private final AtomicBoolean failNext = new AtomicBoolean();
    private final List<Visit> visits = new CopyOnWriteArrayList<>();
    private final Receiver receiver;

    private SampleReceiver(String profile, List<String> eventTypes, Consumer<Visit> watcher) {
        this.profile = profile;
        this.eventTypes = eventTypes;
        Behaviour behaviour = () -> failNext.getAndSet(false) ? 500 : 200;
        Consumer<Visit> remember = visits::add;
        this.receiver =
                Receiver.start(
                        "127.0.0.1",
                        0,
                        new Listener(
                                SecretsCheck.of(List.of(secret)),
                                behaviour,
                                remember.andThen(watcher)));
    }

    /** One for every profile, each subscribed to what its system is about. */
    static List<SampleReceiver> ofEveryProfile(Consumer<Visit> watcher) {
        var all = new ArrayList<SampleReceiver>();
        all.add(new SampleReceiver("ricloud", List.of("user.*"), watcher));
        all.add(new SampleReceiver("eventinsight", List.of("user.*", "company.*"), watcher));
        all.add(new SampleReceiver("fastcomments", List.of("comment.*"), watcher));
        all.add(new SampleReceiver("standard", List.of("*"), watcher));
        all.add(new SampleReceiver("cloudevents", List.of("company.*", "comment.*"), watcher));
        return all;
    }

    String profile() {
        return profile;
    }

    String url() {
        return "http://127.0.0.1:" + receiver.port() + "/" + profile;
    }

    List<String> eventTypes() {
        return eventTypes;
    }

    /** Retries after one second: nobody wants to watch the profile's own schedule. */
    WebhookConfigFields endpoint() {
        return WebhookConfigFields.url(url())
                .name("demo " + profile)
                .profile(profile)
                .eventTypes(eventTypes.toArray(String[]::new))
                .set("secret", secret)
                .set("retry", Map.of("waits_s", List.of(1)));
    }

    /** The next genuine request is answered 500. */
    void failOnce() {
        failNext.set(true);
    }

    /** Requests for this event, in the order they came. */
    List<Visit> visitsFor(String eventId) {
        return visits.stream().filter(visit -> visit.arrival().id().equals(eventId)).toList();
    }

    /** What proved requests to be genuine. */
    Set<String> proofs() {
        return visits.stream()
                .map(Visit::verdict)
                .filter(Verdict.Genuine.class::isInstance)
                .map(verdict -> ((Verdict.Genuine) verdict).by())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many requests were genuine and taken. */
    static long taken(List<Visit> visits) {
        return visits.stream()
                .filter(v -> v.reply().isSuccess() && v.verdict() instanceof Verdict.Genuine)
                .count();
    }

    @Override
    public void close() {
        receiver.close();
    }
}
