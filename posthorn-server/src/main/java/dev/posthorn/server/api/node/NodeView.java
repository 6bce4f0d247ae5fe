package dev.posthorn.server.api.node;

/**
 * A node as {@code GET /cluster} shows it.
 *
 * @param state {@code starting}, {@code ready}, {@code degraded} or {@code draining}
 * @param startedMs milliseconds since 1970
 * @param shards how many it holds
 * @param diskFreeBytes of the disk its data is on
 * @param databaseBytes of the database with its log
 */
public record NodeView(
        String name,
        String version,
        String state,
        long startedMs,
        int shards,
        long diskFreeBytes,
        long databaseBytes) {}
