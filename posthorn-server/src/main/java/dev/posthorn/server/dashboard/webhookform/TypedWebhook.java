package dev.posthorn.server.dashboard.webhookform;

import dev.posthorn.core.endpoint.Endpoint;
import dev.posthorn.core.endpoint.EndpointSettings;
import dev.posthorn.core.endpoint.Ordering;
import dev.posthorn.server.api.resource.SecretHeaders;
import dev.posthorn.server.dashboard.visit.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A webhook as it stands in the form, right or wrong: nothing typed is lost.
 *
 * @param active whether it is tested and sent to at once; only asked for a new one
 * @param which {@code all}, {@code these} or {@code routed}
 * @param types chosen in the grid
 * @param others further types and patterns, separated by commas
 * @param headers in order, an empty one at the end to fill in
 * @param ordering {@code none}, {@code entity} or {@code fifo}
 */
public record TypedWebhook(
        String name,
        boolean active,
        String url,
        String profile,
        String which,
        Set<String> types,
        String others,
        List<Header> headers,
        String ordering,
        String rate,
        TypedRetry retry) {

    /** One header as typed. */
    public record Header(String name, String value) {}

    /** Nothing filled in: standard and all events. */
    static TypedWebhook blank() {
        return new TypedWebhook(
                "",
                true,
                "",
                "standard",
                "all",
                Set.of(),
                "",
                List.of(new Header("", "")),
                "none",
                "",
                TypedRetry.PROFILE);
    }

    static TypedWebhook of(Form form) {
        List<String> names = form.all("hn");
        List<String> values = form.all("hv");
        List<Header> headers = new ArrayList<>();
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            if (!names.get(i).isBlank() || !values.get(i).isBlank()) {
                headers.add(new Header(names.get(i).strip(), values.get(i).strip()));
            }
        }
        headers.add(new Header("", ""));
        return new TypedWebhook(
                form.text("name").strip(),
                form.text("active").equals("true"),
                form.text("url").strip(),
                form.text("profile"),
                form.text("which"),
                new TreeSet<>(form.all("t")),
                form.text("others"),
                headers,
                form.text("ordering"),
                form.text("rate").strip(),
                TypedRetry.of(form));
    }

    /** {@code known}: types and patterns the grid has boxes for. */
    static TypedWebhook of(Endpoint endpoint, Set<String> known) {
        EndpointSettings settings = endpoint.settings();
        List<String> chosen = settings.eventTypes() == null ? List.of() : settings.eventTypes();
        boolean all = chosen.contains("*");
        List<Header> headers = new ArrayList<>();
        settings.headers()
                .forEach((name, value) ->
                        headers.add(new Header(name, SecretHeaders.shown(name, value))));
        headers.add(new Header("", ""));
        String name = settings.name();
        Double rate = settings.ratePerSecond();
        return new TypedWebhook(
                name == null ? "" : name,
                true,
                settings.url(),
                settings.profile(),
                settings.eventTypes() == null ? "routed" : all ? "all" : "these",
                new TreeSet<>(chosen.stream().filter(known::contains).toList()),
                String.join(
                        ", ",
                        chosen.stream()
                                .filter(type -> !known.contains(type) && !type.equals("*"))
                                .toList()),
                headers,
                word(settings.ordering()),
                rate == null ? "" : plain(rate),
                TypedRetry.of(settings.retry()));
    }

    private static String word(Ordering ordering) {
        return ordering.name().toLowerCase(Locale.ROOT);
    }

    private static String plain(double number) {
        return number == Math.rint(number)
                ? Long.toString(Math.round(number))
                : Double.toString(number);
    }

    /** With one more line for a header. */
    TypedWebhook withHeader() {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header("", ""));
        return new TypedWebhook(
                name, active, url, profile, which, types, others, more, ordering, rate, retry);
    }

    /** Types as they are to be stored. */
    List<String> chosen() {
        if (which.equals("all")) {
            return List.of("*");
        }
        Set<String> chosen = new TreeSet<>(types);
        for (String other : others.split("[,\\s]+", -1)) {
            if (!other.isBlank()) {
                chosen.add(other);
            }
        }
        return List.copyOf(chosen);
    }

    boolean isRouted() {
        return which.equals("routed");
    }

    /** Headers that were filled in. */
    Map<String, String> filledHeaders() {
        Map<String, String> filled = new LinkedHashMap<>();
        headers.stream()
                .filter(header -> !header.name().isEmpty() || !header.value().isEmpty())
                .forEach(header -> filled.put(header.name(), header.value()));
        return filled;
    }
}
