package dev.posthorn.cli.openapi;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the definitions of one schema are called among those of all. Two schemas share one of the
 * same name if it is the same; otherwise the event type's slug tells them apart.
 */
final class ComponentNames {
    private final ObjectNode document;
    private final String slug;
    private final JsonNode definitions;

    ComponentNames(ObjectNode document, String slug, JsonNode definitions) {
        this.document = document;
        this.slug = slug;
        this.definitions = definitions;
    }

    /** {@code reference} to a definition, as one to a component; others stay. */
    String reference(String reference) {
        if (!reference.startsWith(References.DEFINITIONS)) {
            return reference;
        }
        String rest = reference.substring(References.DEFINITIONS.length());
        int slash = rest.indexOf('/');
        String name = slash < 0 ? rest : rest.substring(0, slash);
        return References.COMPONENTS + of(name) + rest.substring(name.length());
    }

    String of(String name) {
        JsonNode taken = document.path("components").path("schemas").path(name);
        boolean free = taken.isMissingNode() || taken.equals(asWritten(name));
        return free ? name : slug + "." + name;
    }

    private JsonNode asWritten(String name) {
        JsonNode component = definitions.path(name).deepCopy();
        References.rewrite(
                component,
                reference -> reference.replace(References.DEFINITIONS, References.COMPONENTS));
        return component;
    }
}
