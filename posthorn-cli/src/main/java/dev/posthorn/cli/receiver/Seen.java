package dev.posthorn.cli.receiver;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The ids of the latest events that were taken, to recognise a repeat. */
final class Seen {
    /** About a minute of heavy traffic, in 2 MB. */
    private static final int MOST = 10_000;

    private final Set<String> ids =
            Collections.newSetFromMap(
                    new LinkedHashMap<>() {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                            return size() > MOST;
                        }
                    });

    synchronized boolean has(String id) {
        return ids.contains(id);
    }

    synchronized void add(String id) {
        if (!id.isEmpty()) {
            ids.add(id);
        }
    }
}
