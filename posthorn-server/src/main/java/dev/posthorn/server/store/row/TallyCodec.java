package dev.posthorn.server.store.row;

import dev.posthorn.core.statistics.Count;
import dev.posthorn.core.statistics.LatencySketch;
import dev.posthorn.core.statistics.Tally;

/**
 * A tally as a blob: how many counts there are and each of them, then how many buckets of the
 * sketch are not empty and for each its number and count. For one thread.
 */
public final class TallyCodec {
    private final BlobWriter out = new BlobWriter();

    public byte[] encode(Tally tally) {
        out.number(Count.ALL.size());
        Count.ALL.forEach(what -> out.number(tally.get(what)));
        LatencySketch latency = tally.latency();
        out.number(filled(latency));
        for (int bucket = 0; bucket < LatencySketch.BUCKETS; bucket++) {
            if (latency.count(bucket) > 0) {
                out.number(bucket);
                out.number(latency.count(bucket));
            }
        }
        return out.take();
    }

    private static int filled(LatencySketch latency) {
        int filled = 0;
        for (int bucket = 0; bucket < LatencySketch.BUCKETS; bucket++) {
            filled += latency.count(bucket) > 0 ? 1 : 0;
        }
        return filled;
    }

    public static Tally decode(byte[] blob) {
        BlobReader in = new BlobReader(blob);
        Tally tally = new Tally();
        int counts = in.count();
        for (Count what : Count.ALL.subList(0, counts)) {
            tally.add(what, in.number());
        }
        for (int left = in.count(); left > 0; left--) {
            tally.latency().add(in.count(), in.count());
        }
        return tally;
    }
}
