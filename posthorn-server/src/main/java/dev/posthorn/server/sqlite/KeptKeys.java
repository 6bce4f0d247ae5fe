package dev.posthorn.server.sqlite;

import dev.posthorn.server.secretbox.Place;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Keys that must outlive the master key they were made from, sealed with the one in use. There are
 * none before the first change of the master key. One thread.
 */
public final class KeptKeys implements AutoCloseable {
    private final Connection connection;
    private final SecretBox box;

    private KeptKeys(Connection connection, SecretBox box) {
        this.connection = connection;
        this.box = box;
    }

    public static KeptKeys reading(Database database, SecretBox box) {
        try {
            return new KeptKeys(database.openReader(), box);
        } catch (SQLException e) {
            throw new StoreException("cannot read the kept keys", e);
        }
    }

    /** Nobody else writes the database meanwhile. */
    public static KeptKeys writing(Database database, SecretBox box) {
        try {
            return new KeptKeys(database.openWriter(), box);
        } catch (SQLException e) {
            throw new StoreException("cannot open the kept keys", e);
        }
    }

    static Place place(String name) {
        return new Place(0, 0, "kept_key." + name);
    }

    public Optional<byte[]> find(String name) {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT sealed FROM kept_key WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(box.open(place(name), row.getBytes(1)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StoreException("cannot read the key " + name, e);
        }
    }

    /** Keeps it unless one of this name is kept. */
    public void keep(String name, byte[] key) {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT OR IGNORE INTO kept_key (name, sealed) VALUES (?, ?)")) {
            insert.setString(1, name);
            insert.setBytes(2, box.seal(place(name), key));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("cannot keep the key " + name, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("cannot close the kept keys", e);
        }
    }
}
