package dev.posthorn.server.api.json;

/** Writes the fields of one kind of resource; {@link Documents} writes what stands around them. */
@FunctionalInterface
public interface Fields<T> {
    void write(T value, JsonWriter json);
}
