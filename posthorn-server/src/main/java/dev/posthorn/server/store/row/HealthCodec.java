package dev.posthorn.server.store.row;

import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.health.EndpointHealth;
import dev.posthorn.core.health.FailureStreak;
import dev.posthorn.core.health.Missed;
import org.jspecify.annotations.Nullable;

/** What is remembered of an endpoint's troubles as a blob. For one thread. */
public final class HealthCodec {
    private final BlobWriter out = new BlobWriter();

    public byte[] encode(EndpointHealth health) {
        out.number(health.missed().events());
        out.number(health.missed().sinceMs());
        FailureStreak streak = health.streak();
        out.number(streak == null ? 0 : 1);
        if (streak != null) {
            out.number(streak.sinceMs());
            out.number(streak.lastMs());
            out.number(streak.deliveries());
            out.number(streak.days());
            out.number(streak.lastDay() + 1);
            out.number(streak.told() ? 1 : 0);
        }
        return out.take();
    }

    public static EndpointHealth decode(long endpoint, byte[] blob) {
        BlobReader in = new BlobReader(blob);
        Missed missed = new Missed(in.number(), in.number());
        return new EndpointHealth(new EndpointId(endpoint), streak(in), missed);
    }

    private static @Nullable FailureStreak streak(BlobReader in) {
        if (in.number() == 0) {
            return null;
        }
        return new FailureStreak(
                in.number(),
                in.number(),
                in.count(),
                in.count(),
                in.number() - 1,
                in.number() == 1);
    }
}
