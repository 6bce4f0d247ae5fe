package dev.posthorn.cli.account;

import dev.posthorn.cli.connection.OtherFields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that set something on an organisation; what is not given is not sent. */
final class OrganisationFields {
    @Option(names = "--uid", paramLabel = "TEXT", description = "an id of your own")
    private @Nullable String uid;

    @Option(names = "--slug", paramLabel = "TEXT", description = "its name in addresses")
    private @Nullable String slug;

    @Option(
            names = "--default-profile",
            paramLabel = "NAME",
            description = "profile of its endpoints that name none")
    private @Nullable String defaultProfile;

    @Option(
            names = "--default-endpoint",
            paramLabel = "ID",
            description = "gets the events that no key sends elsewhere")
    private @Nullable String defaultEndpoint;

    @Mixin private final OtherFields others = new OtherFields();

    /** By their names in the API. */
    Map<String, Object> fields(@Nullable String name) {
        Map<String, Object> fields = new LinkedHashMap<>();
        OtherFields.put(fields, "name", name);
        OtherFields.put(fields, "uid", uid);
        OtherFields.put(fields, "slug", slug);
        OtherFields.put(fields, "default_profile", defaultProfile);
        OtherFields.put(fields, "webhook_config_default", defaultEndpoint);
        others.addTo(fields);
        return fields;
    }
}
