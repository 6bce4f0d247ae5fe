package dev.posthorn.core.catalogue;

import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The catalogue in force: the types Posthorn comes with and what the operator wrote over or beside
 * them. Reads from any thread; one writer at a time.
 */
public final class EventTypes {
    private final Map<String, TypeEntry> written = new ConcurrentHashMap<>();
    private final Map<String, TypeEntry> checked = new ConcurrentHashMap<>();

    public EventTypes(Collection<TypeEntry> stored) {
        stored.forEach(this::put);
    }

    public Optional<TypeEntry> entry(EventType type) {
        return Optional.ofNullable(written.get(type.slug()))
                .or(() -> Catalogue.entry(type).map(TypeEntry::builtIn));
    }

    /** By slug. */
    public List<TypeEntry> all() {
        TreeMap<String, TypeEntry> all = new TreeMap<>();
        Catalogue.entries().forEach(one -> all.put(one.type().slug(), TypeEntry.builtIn(one)));
        all.putAll(written);
        return List.copyOf(all.values());
    }

    /** How many were written, built-in ones that were changed included. */
    public int writtenCount() {
        return written.size();
    }

    /** Example data of a type; empty where there is none. */
    public Optional<Payload> example(String slug) {
        return entry(new EventType(slug)).map(TypeEntry::example);
    }

    /** Whether data of this type must meet a schema; asked for every event published. */
    public boolean isChecked(EventType type) {
        return !checked.isEmpty() && checked.containsKey(type.slug());
    }

    public void put(TypeEntry entry) {
        String slug = entry.type().slug();
        written.put(slug, entry);
        if (entry.checked()) {
            checked.put(slug, entry);
        } else {
            checked.remove(slug);
        }
    }
}
