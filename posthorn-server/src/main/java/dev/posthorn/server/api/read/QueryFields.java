package dev.posthorn.server.api.read;

import dev.posthorn.core.log.TimeRange;
import dev.posthorn.server.http.Query;
import dev.posthorn.server.http.RefusedException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of a query. Each is asked for by name; {@link #done} refuses what was wrong and
 * what nobody asked for. One thread.
 */
public final class QueryFields {
    private final Map<String, String> values;
    private final Problems problems = new Problems();
    private final Set<String> left;

    public QueryFields(Query query) {
        this.values = query.values();
        this.left = new TreeSet<>(values.keySet());
    }

    public void problem(String name, String what) {
        problems.add(name, what);
    }

    /** Empty also for a parameter without a value. */
    public Optional<String> text(String name) {
        left.remove(name);
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    public <T> Optional<T> word(String name, Map<String, T> words) {
        Optional<String> value = text(name);
        Optional<T> meant = value.flatMap(text -> Optional.ofNullable(words.get(text)));
        if (value.isPresent() && meant.isEmpty()) {
            problem(name, "must be " + String.join(" or ", new TreeSet<>(words.keySet())));
        }
        return meant;
    }

    /** {@code otherwise} when it is not there. */
    public int integer(String name, int least, int most, int otherwise) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        String digits = value.get();
        boolean fits = digits.matches("[0-9]{1,9}");
        int number = fits ? Integer.parseInt(digits) : -1;
        if (number < least || number > most) {
            problem(name, "must be an integer from " + least + " to " + most);
            return otherwise;
        }
        return number;
    }

    /** From one field to another, both inclusive; either may be left out. */
    public TimeRange between(String from, String to) {
        return new TimeFilter(this, from, to).range();
    }

    /** {@code name}, {@code name[gte]}, {@code name__gte} and their like. */
    public TimeRange times(String name) {
        return new TimeFilter(this, name).range();
    }

    /** Throws {@link RefusedException} for everything that was wrong or not asked for. */
    public void done() {
        left.forEach(name -> problem(name, "unknown parameter"));
        problems.refuse();
    }
}
