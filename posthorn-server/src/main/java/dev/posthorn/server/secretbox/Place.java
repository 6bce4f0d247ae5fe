package dev.posthorn.server.secretbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Where a sealed value is kept. It opens nowhere else, so that nobody who can write the database
 * makes one endpoint's secret another's.
 *
 * @param organisation sequence number of who owns the row
 * @param row sequence number of the row
 * @param column such as {@code endpoint.secrets}
 */
public record Place(long organisation, long row, String column) {
    byte[] bytes() {
        byte[] name = column.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(2 * Long.BYTES + name.length)
                .putLong(organisation)
                .putLong(row)
                .put(name)
                .array();
    }
}
