package dev.posthorn.server.sqlite.log;

import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.task.Task;
import dev.posthorn.server.store.row.Codes;
import dev.posthorn.server.store.scan.KeyRange;
import dev.posthorn.server.store.scan.Keys;
import dev.posthorn.server.store.scan.Listing;
import dev.posthorn.server.store.scan.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tasks of an organisation or everyone. */
final class TaskListing implements Listing {
    private final @Nullable OrganisationId organisation;
    private final List<Sql> conditions = new ArrayList<>();

    TaskListing(
            @Nullable OrganisationId organisation,
            @Nullable String type,
            Task.@Nullable State state) {
        this.organisation = organisation;
        if (type != null) {
            conditions.add(Sql.of("t.type = ?", type));
        }
        if (state != null) {
            conditions.add(Sql.of("t.state = " + Codes.of(state)));
        }
    }

    @Override
    public Keys keys(KeyRange range) {
        Sql select = Sql.of("SELECT seq AS key FROM task WHERE ");
        select = organisation == null ? select.add("1") : select.add("org = ?", organisation.seq());
        return new Keys().add(select, "seq", range);
    }

    @Override
    public String joins() {
        return conditions.isEmpty() ? "" : "LEFT JOIN task t ON t.seq = k.key";
    }

    @Override
    public Sql id() {
        return Listing.where(conditions, "k.key");
    }
}
