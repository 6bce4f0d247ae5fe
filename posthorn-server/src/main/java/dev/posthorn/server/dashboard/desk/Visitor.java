package dev.posthorn.server.dashboard.desk;

import dev.posthorn.core.audit.Author;
import dev.posthorn.core.organisation.OrganisationId;
import dev.posthorn.core.user.PortalPass;
import dev.posthorn.core.user.Role;
import dev.posthorn.core.user.User;
import org.jspecify.annotations.Nullable;

/** Who looks at the dashboard. */
public sealed interface Visitor {
    /** What they may do. */
    Role role();

    /** The only organisation they may see; null for operators, who see all. */
    @Nullable OrganisationId boundTo();

    /** Whom the audit trail names. */
    default Author author() {
        return switch (this) {
            case Member(User user) -> new Author.ByUser(user.id(), user.name());
            case Guest _ -> new Author.ByPortal();
        };
    }

    /** Somebody with an account here. */
    record Member(User user) implements Visitor {
        @Override
        public Role role() {
            return user.role();
        }

        @Override
        public @Nullable OrganisationId boundTo() {
            return user.organisation();
        }
    }

    /** Somebody another program sent, who has no account here. */
    record Guest(PortalPass pass) implements Visitor {
        @Override
        public Role role() {
            return pass.manages() ? Role.MEMBER : Role.VIEWER;
        }

        @Override
        public OrganisationId boundTo() {
            return pass.organisation();
        }
    }
}
