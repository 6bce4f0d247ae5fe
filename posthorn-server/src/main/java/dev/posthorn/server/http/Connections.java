package dev.posthorn.server.http;

import io.vertx.core.http.HttpConnection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The connections of one loop; closes those whose phase took too long. Used on that loop only. */
final class Connections {
    private final IdentityHashMap<HttpConnection, OpenConnection> open = new IdentityHashMap<>();
    private final TimeLimits limits;
    private final int most;
    private int sweep;

    Connections(TimeLimits limits, int most) {
        this.limits = limits;
        this.most = most;
    }

    void opened(HttpConnection connection) {
        if (open.size() >= most && !madeRoom()) {
            connection.close();
            return;
        }
        open.put(connection, new OpenConnection(connection, limits, sweep));
        connection.closeHandler(_ -> open.remove(connection));
    }

    /**
     * Ends the connection that has asked for nothing the longest: whoever opens many and says
     * little keeps nobody out. False when all are busy.
     */
    private boolean madeRoom() {
        Optional<Map.Entry<HttpConnection, OpenConnection>> idlest =
                open.entrySet().stream()
                        .filter(entry -> entry.getValue().asksNothing())
                        .min(Comparator.comparingInt(entry -> entry.getValue().deadline()));
        idlest.ifPresent(entry -> {
            open.remove(entry.getKey());
            entry.getValue().close();
        });
        return idlest.isPresent();
    }

    OpenConnection of(HttpConnection connection) {
        return open.computeIfAbsent(
                connection, unknown -> new OpenConnection(unknown, limits, sweep));
    }

    /** One second has passed. */
    void step() {
        sweep++;
        List<OpenConnection> overdue =
                open.values().stream().filter(one -> one.overdue(sweep)).toList();
        overdue.forEach(OpenConnection::close);
    }
}
