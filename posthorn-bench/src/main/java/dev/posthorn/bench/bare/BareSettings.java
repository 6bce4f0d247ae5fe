package dev.posthorn.bench.bare;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * What the bare pipeline is started with.
 *
 * @param folder for the database
 * @param receiver scheme, host and port of all endpoints
 * @param batch events in each request
 * @param loops 1: server and client share an event loop; 2: one each
 * @param maxInFlight requests to the receiver at one time
 */
public record BareSettings(
        Path folder,
        URI receiver,
        int endpoints,
        int width,
        int batch,
        int loops,
        int maxInFlight) {
    /** As arguments of {@link BareMain}. */
    public List<String> arguments() {
        return List.of(
                folder.toString(),
                receiver.toString(),
                Integer.toString(endpoints),
                Integer.toString(width),
                Integer.toString(batch),
                Integer.toString(loops),
                Integer.toString(maxInFlight));
    }

    static BareSettings parse(String[] arguments) {
        return new BareSettings(
                Path.of(arguments[0]),
                URI.create(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]),
                Integer.parseInt(arguments[5]),
                Integer.parseInt(arguments[6]));
    }

    BareFan fan() {
        return new BareFan(endpoints, width);
    }
}
