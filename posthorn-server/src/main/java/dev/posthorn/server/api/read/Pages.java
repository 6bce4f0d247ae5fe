package dev.posthorn.server.api.read;

import dev.posthorn.core.id.PublicIds;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** Which part of a list a query asks for: {@code limit}, {@code after_id} and their like. */
public final class Pages {
    private static final int DEFAULT_LIMIT = 10;
    private static final Map<String, Boolean> ORDERS = Map.of("asc", true, "desc", false);

    private Pages() {}

    public static PageRequest request(QueryFields query, PublicIds ids) {
        return new PageRequest(
                query.integer("limit", 1, PageRequest.MAX_LIMIT, DEFAULT_LIMIT),
                position(query, "after_id", ids),
                position(query, "before_id", ids),
                query.word("order", ORDERS).orElse(false));
    }

    private static long position(QueryFields query, String name, PublicIds ids) {
        return query.text(name)
                .map(text -> {
                    OptionalLong seq = ids.seq(text);
                    if (seq.isEmpty()) {
                        query.problem(name, "is no id");
                    }
                    return seq.orElse(0);
                })
                .orElse(0L);
    }

    /** A page of a list that is in memory; {@code seq} is a row's position. */
    public static <T> Page<T> of(List<T> all, ToLongFunction<T> seq, PageRequest request) {
        Comparator<T> order = Comparator.comparingLong(seq);
        List<T> rest =
                all.stream()
                        .sorted(request.ascending() ? order : order.reversed())
                        .filter(row -> isWithin(seq.applyAsLong(row), request))
                        .limit(request.limit() + 1L)
                        .toList();
        boolean more = rest.size() > request.limit();
        return new Page<>(
                more ? rest.subList(0, request.limit()) : rest, more, 0, all.size(), false);
    }

    private static boolean isWithin(long seq, PageRequest request) {
        long sign = request.ascending() ? 1 : -1;
        return (request.after() == 0 || Long.signum(seq - request.after()) == sign)
                && (request.before() == 0 || Long.signum(request.before() - seq) == sign);
    }
}
