package dev.posthorn.server.dashboard.audit;

import dev.posthorn.core.audit.AuditEntry;
import dev.posthorn.core.audit.AuditTarget;
import dev.posthorn.core.audit.Author;
import dev.posthorn.core.audit.FieldChange;
import dev.posthorn.core.log.AuditLine;
import dev.posthorn.core.organisation.Organisation;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.server.dashboard.visit.Visit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the trail as its page shows it.
 *
 * @param who name of the key or user
 * @param how what kind of author that is
 * @param target name, else id
 * @param owner name of the organisation; empty where the page is about one
 */
public record AuditRow(
        long atMs,
        String who,
        String how,
        String address,
        String action,
        String target,
        String targetId,
        String owner,
        List<Changed> changes) {
    /** One field; an empty side was not set. */
    public record Changed(String field, String before, String after) {}

    static AuditRow of(AuditLine line, Visit visit) {
        AuditEntry entry = line.entry();
        Author author = entry.origin().author();
        String address = entry.origin().address();
        return new AuditRow(
                line.atMs(),
                who(author, visit),
                how(author, visit),
                address == null ? "" : address,
                entry.action(),
                name(entry.target(), visit),
                id(entry.target(), visit),
                owner(entry.organisation(), visit),
                entry.fields().stream().map(change -> changed(change, visit)).toList());
    }

    private static String who(Author author, Visit visit) {
        return switch (author) {
            case Author.ByKey(var key, String name) ->
                    name == null ? visit.desk().ids().text(key.seq()) : name;
            case Author.ByUser(_, String name) -> name;
            case Author.ByPortal() -> visit.words().say("audit.portal");
            case Author.ByPosthorn() -> visit.words().say("audit.posthorn");
        };
    }

    private static String how(Author author, Visit visit) {
        return switch (author) {
            case Author.ByKey _ -> visit.words().say("audit.by-key");
            case Author.ByUser _ -> visit.words().say("audit.by-user");
            case Author.ByPortal _, Author.ByPosthorn _ -> "";
        };
    }

    private static String name(AuditTarget target, Visit visit) {
        String name = target.name();
        return name == null ? id(target, visit) : name;
    }

    private static String id(AuditTarget target, Visit visit) {
        return target.seq() == 0 ? "" : visit.desk().ids().text(target.seq());
    }

    private static String owner(@Nullable OrganisationId owner, Visit visit) {
        return owner == null || visit.desk().organisation().isPresent()
                ? ""
                : visit.desk()
                        .ports()
                        .directory()
                        .organisation(owner)
                        .map(Organisation::name)
                        .orElse("");
    }

    private static Changed changed(FieldChange change, Visit visit) {
        return new Changed(
                change.field(),
                side(change, change.before(), visit),
                side(change, change.after(), visit));
    }

    private static String side(FieldChange change, @Nullable String value, Visit visit) {
        if (value == null) {
            return "";
        }
        return change.isReference() ? visit.desk().ids().text(Long.parseLong(value)) : value;
    }
}
