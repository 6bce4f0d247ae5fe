package dev.posthorn.server.dashboard.audit;

import dev.posthorn.core.log.AuditLine;
import dev.posthorn.core.log.Page;
import dev.posthorn.core.log.PageRequest;
import dev.posthorn.server.dashboard.visit.Need;
import dev.posthorn.server.dashboard.visit.PageRoute;
import dev.posthorn.server.dashboard.visit.Visit;
import dev.posthorn.server.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The trail: an admin's organisation's part of it, an operator's of the one looked at, or all. */
public final class AuditPage {
    static final String PATH = "/ui/audit";

    /** As many as can be looked over. */
    private static final int PAGE = 50;

    public List<PageRoute> routes() {
        return List.of(PageRoute.get(PATH, Need.ADMINISTERS, AuditPage::list));
    }

    private static Response list(Visit visit) {
        Optional<String> actor = visit.asked("actor");
        Optional<String> target = visit.asked("target");
        boolean nothing = isForeign(actor, visit) || isForeign(target, visit);
        long after = visit.desk().ids().seq(visit.asked("after").orElse("")).orElse(0);
        Page<AuditLine> found =
                nothing
                        ? Page.empty()
                        : visit.desk()
                                .log()
                                .audit(
                                        seq(actor, visit),
                                        visit.asked("action").orElse(null),
                                        seq(target, visit),
                                        new PageRequest(PAGE, after, 0, false));
        return visit.page("page/audit", AuditList.of(visit, found));
    }

    private static boolean isForeign(Optional<String> id, Visit visit) {
        return id.isPresent() && seq(id, visit) == null;
    }

    private static @Nullable Long seq(Optional<String> id, Visit visit) {
        OptionalLong seq = id.map(visit.desk().ids()::seq).orElseGet(OptionalLong::empty);
        return seq.isPresent() ? (Long) seq.getAsLong() : null;
    }
}
