package dev.posthorn.server.ingest;

import dev.posthorn.server.http.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was wrong with events of a call that is taken in part, by their place in it, from 0. Belongs
 * to one call; used by one thread after another.
 */
final class Refusals {
    private final TreeMap<Integer, ApiError> byPlace = new TreeMap<>();

    void put(int place, ApiError error) {
        byPlace.putIfAbsent(place, error);
    }

    Optional<ApiError> at(int place) {
        return Optional.ofNullable(byPlace.get(place));
    }

    int count() {
        return byPlace.size();
    }

    /** The places of what is left, when {@code taken} events are. */
    List<Integer> placesOfTaken(int taken) {
        List<Integer> places = new ArrayList<>(taken);
        for (int place = 0; places.size() < taken; place++) {
            if (!byPlace.containsKey(place)) {
                places.add(place);
            }
        }
        return places;
    }
}
