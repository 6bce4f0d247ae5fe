package dev.posthorn.server.postgres.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is and who asks for it.
 *
 * @param jdbcUrl without credentials
 * @param user null: the driver's choice, the name of the account we run under
 * @param password null: none, or what the driver finds in {@code ~/.pgpass}
 * @param schema null: the database's own search path
 */
public record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password, @Nullable String schema) {
    private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final Pattern SCHEME = Pattern.compile("postgres(ql)?");

    public DatabaseAddress {
        if (schema != null && !SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException(
                    "a schema is 1 to 63 of a-z, 0-9 and _ and does not begin with a digit: "
                            + schema);
        }
    }

    /**
     * Reads {@code postgresql://user:password@host:5432/name?sslmode=verify-full}; parameters are
     * those of the driver. User and password may be percent-encoded.
     *
     * @throws IllegalArgumentException saying what is wrong; never with the password
     */
    public static DatabaseAddress parse(String url, @Nullable String schema) {
        URI uri = uri(url);
        String scheme = uri.getScheme();
        if (scheme == null || !SCHEME.matcher(scheme).matches()) {
            throw new IllegalArgumentException("is postgresql://user:password@host:5432/name");
        }
        String authority = uri.getRawAuthority();
        String path = uri.getRawPath();
        if (authority == null || path.length() < 2) {
            throw new IllegalArgumentException(
                    "names no host or no database: postgresql://user:password@host:5432/name");
        }
        int at = authority.lastIndexOf('@');
        String query = uri.getRawQuery();
        String jdbc =
                "jdbc:postgresql://"
                        + authority.substring(at + 1)
                        + path
                        + (query == null ? "" : "?" + query);
        String[] who = at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
        return new DatabaseAddress(jdbc, part(who, 0), part(who, 1), schema);
    }

    private static URI uri(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(
                    "is no URL (special characters of a password are percent-encoded): "
                            + e.getReason());
        }
    }

    private static @Nullable String part(String[] who, int index) {
        return who.length <= index || who[index].isEmpty()
                ? null
                : URLDecoder.decode(who[index].replace("+", "%2B"), UTF_8);
    }

    /** The same database for another password, read from a file say. */
    public DatabaseAddress withPassword(String other) {
        return new DatabaseAddress(jdbcUrl, user, other, schema);
    }

    @Override
    public String toString() {
        return jdbcUrl.replaceFirst("\\?.*", "") + (schema == null ? "" : " schema " + schema);
    }
}
