package dev.posthorn.bench.bare;

import java.io.IOException;
import java.sql.SQLException;

/** The bare pipeline as a process: prints {@code READY <port>} and ends when its input ends. */
public final class BareMain {
    private BareMain() {}

    public static void main(String[] args) throws IOException, SQLException {
        try (BareServer server = new BareServer(BareSettings.parse(args))) {
            System.out.println("READY " + server.port());
            while (System.in.read() >= 0) {
                // Only the end of the input matters: it comes even when the rig is killed.
            }
        }
    }
}
