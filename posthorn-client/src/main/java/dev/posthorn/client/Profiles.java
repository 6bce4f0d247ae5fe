package dev.posthorn.client;

import dev.posthorn.client.resource.Profile;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Wire contracts: those built in and those of the operator's own. */
public final class Profiles {
    private static final String PATH = "/profiles";

    private final Transport transport;

    Profiles(Transport transport) {
        this.transport = transport;
    }

    /**
     * One profile.
     *
     * @param name such as {@code standard}
     * @return the profile
     */
    public Profile retrieve(String name) {
        return profile(Call.get(path(name)));
    }

    /**
     * Defines a profile of the operator's own, or changes it.
     *
     * @param name not one that is built in
     * @param fields by their names in the API: {@code method}, {@code body}, {@code signature} …
     * @return the profile
     */
    public Profile put(String name, Map<String, @Nullable Object> fields) {
        return profile(Call.put(path(name), fields));
    }

    /**
     * Deletes a profile of the operator's own; refused while an endpoint uses it.
     *
     * @param name not one that is built in
     * @return the profile as it was
     */
    public Profile delete(String name) {
        return profile(Call.delete(path(name)));
    }

    /**
     * All of them.
     *
     * @return read from the server page by page
     */
    public Stream<Profile> list() {
        return Pages.stream(transport, PATH, Filter.ALL, Profile.class);
    }

    private Profile profile(Call call) {
        return Json.read(transport.send(call), Profile.class);
    }

    private static String path(String name) {
        return PATH + "/" + Filter.encoded(name);
    }
}
