package dev.posthorn.server.sqlite.reseal;

import dev.posthorn.server.secretbox.Place;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Seals every value with the first of a box's keys, whichever of them it was sealed with. In slices
 * that are committed one by one: when it is cut short, the next run does the rest. Nobody else
 * writes meanwhile. One thread.
 */
public final class Resealing {
    /** Some 2 kB each: a slice is a moment's work. */
    private static final int ROWS_PER_SLICE = 500;

    private final Connection connection;
    private final SecretBox box;
    private final LongConsumer progress;
    private long resealed;

    private Resealing(Connection connection, SecretBox box, LongConsumer progress) {
        this.connection = connection;
        this.box = box;
        this.progress = progress;
    }

    private record Row(long first, long second, byte[] sealed, Place place) {}

    /**
     * How many values were sealed anew; those that were so already are left alone.
     *
     * @param progress told after each slice how many values were sealed so far
     * @throws StoreException when the database cannot be read or written
     * @throws dev.posthorn.server.secretbox.SealBrokenException when none of the keys opens a value
     */
    public static long run(Database database, SecretBox box, LongConsumer progress) {
        try (Connection connection = database.openWriter()) {
            return new Resealing(connection, box, progress).all();
        } catch (SQLException e) {
            throw new StoreException("could not seal the secrets anew", e);
        }
    }

    private long all() throws SQLException {
        // What is written over leaves no copy behind that the old key would open.
        execute("PRAGMA secure_delete = ON");
        connection.setAutoCommit(false);
        for (SealedColumn column : SealedColumn.ALL) {
            reseal(column);
        }
        connection.setAutoCommit(true);
        execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return resealed;
    }

    private void reseal(SealedColumn column) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(column.select());
                PreparedStatement update = connection.prepareStatement(column.update())) {
            List<Row> slice = slice(select, column, 0, 0);
            while (!slice.isEmpty()) {
                for (Row row : slice) {
                    reseal(row, update);
                }
                connection.commit();
                progress.accept(resealed);
                slice = slice(select, column, slice.getLast().first(), slice.getLast().second());
            }
        }
    }

    private static List<Row> slice(
            PreparedStatement select, SealedColumn column, long first, long second)
            throws SQLException {
        select.setLong(1, first);
        select.setLong(2, second);
        select.setInt(3, ROWS_PER_SLICE);
        List<Row> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(
                        new Row(
                                row.getLong(1),
                                row.getLong(2),
                                row.getBytes(5),
                                column.place(row.getLong(3), row.getLong(4))));
            }
        }
        return rows;
    }

    private void reseal(Row row, PreparedStatement update) throws SQLException {
        if (box.isCurrent(row.place(), row.sealed())) {
            return;
        }
        update.setBytes(1, box.seal(row.place(), box.open(row.place(), row.sealed())));
        update.setLong(2, row.first());
        update.setLong(3, row.second());
        update.executeUpdate();
        resealed++;
    }

    private void execute(String statement) throws SQLException {
        try (var run = connection.createStatement()) {
            run.execute(statement);
        }
    }
}
