package dev.posthorn.server.dashboard.keys;

import dev.posthorn.core.administration.NewKey;
import dev.posthorn.core.endpoint.EndpointId;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.Scope;
import dev.posthorn.server.dashboard.visit.Form;
import dev.posthorn.server.dashboard.visit.Visit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what was typed about a key. One thread. */
final class TypedKey {
    /** As in the API. */
    private static final int MAX_NAME = 256;

    private final Visit visit;
    private final Form form;
    private final Map<String, String> problems = new LinkedHashMap<>();

    TypedKey(Visit visit) {
        this.visit = visit;
        this.form = visit.form();
    }

    Map<String, String> problems() {
        return problems;
    }

    /** What can be asked for here: an organisation's key cannot be the operator's. */
    static List<Scope> offered(Visit visit) {
        return visit.desk().organisation().isPresent()
                ? List.of(Scope.PUBLISH, Scope.MANAGE, Scope.READ)
                : List.of(Scope.OPERATOR, Scope.PUBLISH);
    }

    /** To be used only when there are no {@link #problems}. */
    NewKey read() {
        return new NewKey(
                visit.desk().organisation().map(Organisation::id).orElse(null),
                name(),
                scopes(),
                endpoint(),
                expires());
    }

    private @Nullable String name() {
        Optional<String> name = form.filled("name");
        boolean bad =
                name.filter(text ->
                                text.length() > MAX_NAME
                                        || text.chars().anyMatch(Character::isISOControl))
                        .isPresent();
        if (bad) {
            problems.put("name", visit.words().say("keys.bad-name", MAX_NAME));
        }
        return name.orElse(null);
    }

    private Set<Scope> scopes() {
        Set<Scope> wanted = EnumSet.noneOf(Scope.class);
        for (Scope scope : offered(visit)) {
            if (form.all("scopes").stream().anyMatch(scope.name()::equalsIgnoreCase)) {
                wanted.add(scope);
            }
        }
        if (wanted.isEmpty()) {
            problems.put("scopes", visit.words().say("keys.no-scopes"));
        }
        return wanted;
    }

    private @Nullable Long endpoint() {
        Optional<String> id = form.filled("endpoint");
        if (id.isEmpty()) {
            return null;
        }
        OptionalLong seq = visit.desk().ids().seq(id.get());
        boolean ours =
                seq.isPresent()
                        && visit.desk().endpoints().stream()
                                .anyMatch(one -> one.id().equals(new EndpointId(seq.getAsLong())));
        if (!ours) {
            problems.put("endpoint", visit.words().say("keys.no-endpoint"));
            return null;
        }
        return seq.getAsLong();
    }

    /** The end of that day. */
    private @Nullable Long expires() {
        Optional<String> day = form.filled("expires");
        if (day.isEmpty()) {
            return null;
        }
        try {
            long ms =
                    LocalDate.parse(day.get())
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toEpochMilli();
            if (ms > visit.desk().nowMs()) {
                return ms;
            }
        } catch (DateTimeException | ArithmeticException _) {
            // Falls through to the same sentence.
        }
        problems.put("expires", visit.words().say("keys.bad-date"));
        return null;
    }
}
