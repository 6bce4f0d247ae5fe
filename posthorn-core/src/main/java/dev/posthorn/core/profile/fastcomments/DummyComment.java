package dev.posthorn.core.profile.fastcomments;

import dev.posthorn.core.catalogue.Catalogue;
import dev.posthorn.core.event.EventType;
import dev.posthorn.core.event.Payload;
import dev.posthorn.core.profile.TestContext.Examples;
import java.util.Optional;

/** A comment nobody wrote, with every documented field; of a deleted one only the id is left. */
final class DummyComment {
    private static final String ENTITY = "comment";

    private DummyComment() {}

    /** Types that are no comments bring an example of their own, or are tested with a comment. */
    static Payload of(EventType type, Examples examples) {
        Optional<Payload> comment = comment(type.action());
        if (type.entity().equals(ENTITY) && comment.isPresent()) {
            return comment.get();
        }
        return examples.example(type.slug())
                .or(() -> comment)
                .or(() -> comment("created"))
                .orElseThrow(() -> new IllegalStateException("the catalogue has no comment"));
    }

    private static Optional<Payload> comment(String action) {
        return Catalogue.example(ENTITY + "." + action);
    }
}
