package dev.posthorn.server.store.refill;

/**
 * How a database keeps what is pending.
 *
 * @param table where it is
 * @param pending which rows of it, called {@code d}, are
 * @param heads endpoint, number, due time and order of every lane's first row, by endpoint
 */
public record BacklogSql(String table, String pending, String heads) {}
