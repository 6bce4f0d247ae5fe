package dev.posthorn.server.start;

import dev.posthorn.server.secretbox.MasterKey;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The master key and the operator's token: as set, else as kept in the data folder, else made now
 * and kept there.
 */
public final class Secrets {
    private static final String MASTER_KEY = "master-key";

    /** Between keys, the newest first. */
    private static final char SEPARATOR = ',';

    private static final String TOKEN_PREFIX = "posthorn_";
    private static final int TOKEN_BYTES = 32;

    private final Path folder;
    private final SecureRandom random;

    public Secrets(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /**
     * The master key, and while it changes those before it as well.
     *
     * @throws IllegalArgumentException naming the setting when the text is no key
     */
    public List<MasterKey> masterKeys(Settings settings) {
        return keys(set(settings).orElseGet(() -> kept(MASTER_KEY, () -> base64(MasterKey.BYTES))));
    }

    /**
     * The same with a new one before them: made and kept beside the old one if it is in the folder,
     * else as the operator put it there.
     *
     * @throws IllegalArgumentException when there is no new one or none at all
     */
    public List<MasterKey> rotated(Settings settings) {
        Optional<String> set = set(settings);
        if (set.isPresent()) {
            return several(keys(set.get()));
        }
        KeyFile file = new KeyFile(folder.resolve(MASTER_KEY));
        String known =
                file.read()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "there is no " + file.path() + " to replace"));
        if (known.indexOf(SEPARATOR) < 0) {
            known = base64(MasterKey.BYTES) + SEPARATOR + known;
            file.write(known);
        }
        return keys(known);
    }

    /** The old keys open nothing any more. False when they are for the operator to leave out. */
    public boolean settle(Settings settings) {
        if (set(settings).isPresent()) {
            return false;
        }
        KeyFile file = new KeyFile(folder.resolve(MASTER_KEY));
        file.read()
                .filter(known -> known.indexOf(SEPARATOR) >= 0)
                .ifPresent(known -> file.write(known.substring(0, known.indexOf(SEPARATOR))));
        return true;
    }

    private static List<MasterKey> several(List<MasterKey> keys) {
        if (keys.size() < 2) {
            throw new IllegalArgumentException(
                    "master-key names one key: put the new one before it, with a comma between"
                            + " (openssl rand -base64 32 makes one)");
        }
        return keys;
    }

    private static Optional<String> set(Settings settings) {
        return settings.find(Known.MASTER_KEY)
                .or(() -> fileSetting(settings.find(Known.MASTER_KEY_FILE)));
    }

    private static List<MasterKey> keys(String text) {
        return Arrays.stream(text.split(String.valueOf(SEPARATOR), -1))
                .map(key -> new MasterKey(decoded(key.strip())))
                .toList();
    }

    /** The operator's token. */
    public String adminToken(Settings settings) {
        return settings.find(Known.ADMIN_TOKEN)
                .or(() -> fileSetting(settings.find(Known.ADMIN_TOKEN_FILE)))
                .orElseGet(() -> kept("admin-token", this::token));
    }

    /** Where the operator's token is kept unless a setting gives it. */
    public Path adminTokenFile() {
        return folder.resolve("admin-token");
    }

    private static Optional<String> fileSetting(Optional<Path> file) {
        return file.map(path ->
                new KeyFile(path)
                        .read()
                        .orElseThrow(
                                () -> new IllegalArgumentException("there is no file " + path)));
    }

    private String kept(String name, Supplier<String> made) {
        KeyFile file = new KeyFile(folder.resolve(name));
        return file.read()
                .orElseGet(() -> {
                    String fresh = made.get();
                    file.write(fresh);
                    return fresh;
                });
    }

    private static byte[] decoded(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text);
            if (key.length == MasterKey.BYTES) {
                return key;
            }
        } catch (IllegalArgumentException _) {
            // Said below, together with the wrong length.
        }
        throw new IllegalArgumentException(
                "master-key must be "
                        + MasterKey.BYTES
                        + " bytes in Base64, as made by"
                        + " `openssl rand -base64 32`");
    }

    private String token() {
        return TOKEN_PREFIX
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    private String base64(int count) {
        return Base64.getEncoder().encodeToString(bytes(count));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
