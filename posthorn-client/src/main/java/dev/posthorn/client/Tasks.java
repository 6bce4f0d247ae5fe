package dev.posthorn.client;

import dev.posthorn.client.resource.Task;
import java.util.stream.Stream;

/** Work the server does in the background, such as tests of endpoints. */
public final class Tasks {
    private static final String PATH = "/tasks";

    private final Transport transport;

    Tasks(Transport transport) {
        this.transport = transport;
    }

    /**
     * One task.
     *
     * @param id UUIDv7
     * @return its task
     */
    public Task retrieve(String id) {
        return Json.read(transport.send(Call.get(PATH + "/" + Filter.encoded(id))), Task.class);
    }

    /**
     * Newest first; parameters are {@code type} and {@code state}.
     *
     * @param filter which of them, and from where
     * @return read from the server page by page, as it is consumed
     */
    public Stream<Task> list(Filter filter) {
        return Pages.stream(transport, PATH, filter, Task.class);
    }
}
