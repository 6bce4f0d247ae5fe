package dev.posthorn.server.http;

import io.vertx.core.http.HttpConnection;
import java.util.IdentityHashMap;
import java.util.List;

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
        if (open.size() >= most) {
            connection.close();
            return;
        }
        open.put(connection, new OpenConnection(connection, limits, sweep));
        connection.closeHandler(_ -> open.remove(connection));
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
