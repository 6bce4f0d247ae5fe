package dev.posthorn.server.api;

import dev.posthorn.server.Posthorn;
import dev.posthorn.server.settings.DevMode;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A server as it is started for real, on a free port of loopback with its store in a folder.
 *
 * @param token of a key of the organisation {@code default} that may manage and publish
 */
record WholeServer(Posthorn posthorn, String token) implements AutoCloseable {
    static WholeServer start(Path folder) {
        return start(folder, settings -> settings);
    }

    static WholeServer start(Path folder, UnaryOperator<Settings> with) {
        return of(Posthorn.start(DevMode.of(with.apply(settings(folder)))));
    }

    static Settings settings(Path folder) {
        return Settings.standard()
                .with(Known.LISTEN, "127.0.0.1:0")
                .with(Known.DATA, folder.resolve("data").toString())
                // A test writes little: a full disk is no reason to fail.
                .with(Known.MIN_FREE_DISK, "1MiB");
    }

    static WholeServer of(Posthorn posthorn) {
        String token =
                new ApiCall(posthorn.port(), posthorn.adminToken())
                        .post("/keys", "{'scopes':['manage','publish'],'name':'Zoë'}")
                        .at("token");
        return new WholeServer(posthorn, token);
    }

    ApiCall call() {
        return new ApiCall(posthorn.port(), token);
    }

    /** Returns when nothing is waiting any more: what receivers answered is in the log. */
    void settled() {
        for (int i = 0; i < 30_000; i++) {
            if (call().get("/queue").at("pending").equals("0")) {
                return;
            }
        }
        throw new AssertionError(call().get("/queue").text());
    }

    @Override
    public void close() {
        posthorn.close();
    }
}
