package dev.posthorn.server.sender;

import java.io.IOException;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands out connections: one that waits if there is, else a new one at once. Nobody ever queues
 * here; the lanes are the only queues. Belongs to one loop.
 */
final class Connections {
    private final ReceiverClient client;
    private final LongSupplier nanoTime;
    private final int mostWaiting;
    private int waiting;
    private int open;

    Connections(ReceiverClient client, LongSupplier nanoTime, int mostWaiting) {
        this.client = client;
        this.nanoTime = nanoTime;
        this.mostWaiting = mostWaiting;
    }

    int open() {
        return open;
    }

    /** {@code fresh} asks for one that carried nothing yet. */
    void get(Origin origin, Taker taker, boolean fresh) {
        Connection kept = fresh ? null : kept(origin);
        if (kept != null) {
            taker.take(kept);
            return;
        }
        if (origin.addresses().isEmpty()) {
            // Its name led inside, since whoever asks had it judged.
            taker.noConnection(new IOException("no address of it is allowed"));
            return;
        }
        Dial underWay = origin.dial();
        if (underWay != null && underWay.takers().size() < Limits.STREAMS) {
            underWay.join(taker);
            return;
        }
        Dial dial = new Dial(client, nanoTime, origin, taker, this);
        if (origin.speaksHttp2()) {
            origin.dialing(dial);
        }
        dial.start();
    }

    /** The request over {@code connection} is done; keep the connection if it is good for more. */
    void giveBack(Connection connection, boolean reusable) {
        connection.ended(nanoTime.getAsLong());
        keepOrClose(connection, reusable);
    }

    /** Closes what waited too long. */
    void sweep(Iterable<Origin> origins) {
        long now = nanoTime.getAsLong();
        for (Origin origin : origins) {
            closeEldest(origin.idle(), now);
            origin.shared().removeIf(each -> isOver(each, now));
        }
    }

    /** The origin will not be asked for again: nothing is kept for it. */
    void forget(Origin origin) {
        origin.forget();
        Deque<Connection> idle = origin.idle();
        while (!idle.isEmpty()) {
            drop(idle.removeLast());
        }
        origin.shared().forEach(each -> retireUnless(false, each));
    }

    /** A new connection for whoever asked for it, or else for later. */
    void made(Dial dial, Connection connection) {
        open++;
        connection.whenClosed(() -> open--);
        Origin origin = dial.origin();
        origin.dialed(dial, connection.isHttp2());
        connection.rest(nanoTime.getAsLong());
        if (connection.isHttp2() && !origin.isForgotten()) {
            origin.shared().add(connection);
        }
        for (Taker taker : dial.takers()) {
            hand(connection, taker);
        }
        if (connection.isUnused()) {
            keepOrClose(connection, true);
        }
    }

    void failed(Dial dial, Throwable cause) {
        dial.origin().dialed(dial, dial.origin().speaksHttp2());
        for (Taker taker : dial.takers()) {
            if (taker.isWaiting()) {
                taker.noConnection(cause);
            }
        }
    }

    private void hand(Connection connection, Taker taker) {
        if (!taker.isWaiting()) {
            return;
        }
        if (connection.hasRoom(nanoTime.getAsLong())) {
            taker.take(connection);
        } else {
            get(connection.origin(), taker, false);
        }
    }

    private @Nullable Connection kept(Origin origin) {
        long now = nanoTime.getAsLong();
        for (Connection each : origin.shared()) {
            if (each.hasRoom(now) && origin.addresses().contains(each.address())) {
                return each;
            }
        }
        Deque<Connection> idle = origin.idle();
        while (!idle.isEmpty()) {
            Connection latest = idle.removeFirst();
            if (!latest.isStale(now) && origin.addresses().contains(latest.address())) {
                waiting--;
                return latest;
            }
            drop(latest);
        }
        return null;
    }

    private void keepOrClose(Connection connection, boolean reusable) {
        if (connection.isHttp2()) {
            retireUnless(reusable, connection);
        } else {
            keep(connection, reusable);
        }
    }

    private void keep(Connection connection, boolean reusable) {
        boolean good = reusable && connection.hasRoom(nanoTime.getAsLong());
        if (good && waiting < mostWaiting && !connection.origin().isForgotten()) {
            waiting++;
            connection.origin().idle().addFirst(connection);
        } else {
            connection.close();
        }
    }

    /** The others' requests go on over it even if it takes no more. */
    private static void retireUnless(boolean reusable, Connection connection) {
        if (!reusable || connection.origin().isForgotten()) {
            connection.retire();
        }
        if (connection.isRetired() && connection.isUnused()) {
            connection.close();
        }
    }

    private void closeEldest(Deque<Connection> idle, long now) {
        while (!idle.isEmpty() && idle.getLast().isStale(now)) {
            drop(idle.removeLast());
        }
    }

    private void drop(Connection connection) {
        waiting--;
        connection.close();
    }

    private static boolean isOver(Connection shared, long now) {
        boolean over = shared.isUnused() && shared.isStale(now);
        if (over) {
            shared.close();
        }
        return over;
    }
}
