package dev.posthorn.server.sqlite.reseal;

import dev.posthorn.server.secretbox.Place;
import java.util.List;

/**
 * A column of sealed values.
 *
 * @param select rows in order, from the key in parameters 1 and 2 on, at most parameter 3: both
 *     parts of the key, the owner's sequence number, the row's as in its {@link Place}, the value
 * @param update value, then both parts of the key
 * @param column as in its {@link Place}
 */
record SealedColumn(String select, String update, String column) {
    static final List<SealedColumn> ALL =
            List.of(
                    new SealedColumn(
                            """
                            SELECT seq, 0, org, seq, secrets FROM endpoint
                            WHERE (seq, 0) > (?, ?) ORDER BY seq LIMIT ?
                            """,
                            "UPDATE endpoint SET secrets = ? WHERE seq = ? AND 0 = ?",
                            "endpoint.secrets"),
                    new SealedColumn(
                            """
                            SELECT r.endpoint, r.revision, e.org, r.endpoint, r.secrets
                            FROM endpoint_revision r JOIN endpoint e ON e.seq = r.endpoint
                            WHERE (r.endpoint, r.revision) > (?, ?)
                            ORDER BY r.endpoint, r.revision LIMIT ?
                            """,
                            """
                            UPDATE endpoint_revision SET secrets = ?
                            WHERE endpoint = ? AND revision = ?
                            """,
                            "endpoint.secrets"),
                    new SealedColumn(
                            """
                            SELECT a.seq, 0, e.org, a.seq, a.request
                            FROM attempt a JOIN endpoint e ON e.seq = a.endpoint
                            WHERE a.request IS NOT NULL AND (a.seq, 0) > (?, ?)
                            ORDER BY a.seq LIMIT ?
                            """,
                            "UPDATE attempt SET request = ? WHERE seq = ? AND 0 = ?",
                            "attempt.request"),
                    new SealedColumn(
                            """
                            SELECT seq, 0, org, seq, results FROM task
                            WHERE (seq, 0) > (?, ?) ORDER BY seq LIMIT ?
                            """,
                            "UPDATE task SET results = ? WHERE seq = ? AND 0 = ?",
                            "task.results"),
                    new SealedColumn(
                            """
                            SELECT 1, 0, 0, 0, sealed FROM kept_key
                            WHERE name = 'public-ids' AND (1, 0) > (?, ?) LIMIT ?
                            """,
                            "UPDATE kept_key SET sealed = ? WHERE name = 'public-ids' AND ? >= ?",
                            "kept_key.public-ids"));

    Place place(long owner, long row) {
        return new Place(owner, row, column);
    }
}
