package dev.posthorn.bench.plan;

import dev.posthorn.bench.ledger.Fan;
import dev.posthorn.bench.load.Pace;

/**
 * What is published.
 *
 * @param eventsPerSecond 0 for as fast as it goes
 * @param connections of the publisher, one request each
 * @param maxUnderway deliveries on their way at one time when going as fast as possible
 * @param fan which endpoints an event goes to
 * @param batch events per request
 * @param eventBytes size of an event's data
 * @param keyed whether every event carries an idempotency key
 * @param wanted false when no endpoint subscribes to what is published
 */
public record Load(
        double eventsPerSecond,
        int connections,
        long maxUnderway,
        Fan fan,
        int batch,
        int eventBytes,
        boolean keyed,
        boolean wanted) {
    public Load withRate(double perSecond) {
        return new Load(perSecond, connections, maxUnderway, fan, batch, eventBytes, keyed, wanted);
    }

    public Load withConnections(int next) {
        return new Load(eventsPerSecond, next, maxUnderway, fan, batch, eventBytes, keyed, wanted);
    }

    public Load withMaxUnderway(long most) {
        return new Load(eventsPerSecond, connections, most, fan, batch, eventBytes, keyed, wanted);
    }

    public Load withFan(int endpoints, int width) {
        Fan next = new Fan(endpoints, width);
        return new Load(
                eventsPerSecond, connections, maxUnderway, next, batch, eventBytes, keyed, wanted);
    }

    public Load withBatch(int events) {
        return new Load(
                eventsPerSecond, connections, maxUnderway, fan, events, eventBytes, keyed, wanted);
    }

    public Load withKeys() {
        return new Load(
                eventsPerSecond, connections, maxUnderway, fan, batch, eventBytes, true, wanted);
    }

    public Load unwanted() {
        return new Load(
                eventsPerSecond, connections, maxUnderway, fan, batch, eventBytes, keyed, false);
    }

    public Pace pace() {
        return eventsPerSecond > 0
                ? new Pace.Open(eventsPerSecond / batch)
                : new Pace.Closed(maxUnderway);
    }

    String line() {
        String speed =
                eventsPerSecond > 0
                        ? "%.0f events/s, open loop".formatted(eventsPerSecond)
                        : "as fast as it goes, at most " + maxUnderway + " deliveries under way";
        return "%s; %d B of data%s, %d endpoints, fan-out %d%s, %d per request, %d connections"
                .formatted(
                        speed,
                        eventBytes,
                        keyed ? " with idempotency keys" : "",
                        fan.endpoints(),
                        fan.width(),
                        wanted ? "" : " wanted by none",
                        batch,
                        connections);
    }
}
