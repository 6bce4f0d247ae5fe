package dev.posthorn.client;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Walks a list of the API page by page, asking for a page only when its first item is wanted. */
final class Pages<T> implements Iterator<T> {
    private final Transport transport;
    private final String path;
    private final Class<T> type;
    private final Queue<JsonNode> page = new ArrayDeque<>();
    private @Nullable Filter next;

    private Pages(Transport transport, String path, Filter filter, Class<T> type) {
        this.transport = transport;
        this.path = path;
        this.type = type;
        this.next = filter;
    }

    static <T> Stream<T> stream(Transport transport, String path, Filter filter, Class<T> type) {
        var pages = new Pages<>(transport, path, filter, type);
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(pages, Spliterator.ORDERED), false);
    }

    /** A page may be empty and yet not the last: filters are applied to slices of a list. */
    @Override
    public boolean hasNext() {
        for (Filter wanted = next; page.isEmpty() && wanted != null; wanted = next) {
            fetch(wanted);
        }
        return !page.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the list " + path + " is at its end");
        }
        return Json.read(page.remove(), type);
    }

    private void fetch(Filter wanted) {
        JsonNode answer = transport.send(Call.get(wanted.on(path)));
        String last = "";
        for (JsonNode item : answer.path("data")) {
            page.add(item);
            last = item.path("id").asString("");
        }
        String after = answer.path("next_after_id").asString(last);
        boolean more = answer.path("has_more").asBoolean(false) && !after.isEmpty();
        next = more ? wanted.and("after_id", after) : null;
    }
}
