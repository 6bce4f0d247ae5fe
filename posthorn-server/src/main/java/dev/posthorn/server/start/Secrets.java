package dev.posthorn.server.start;

import dev.posthorn.server.secretbox.MasterKey;
import dev.posthorn.server.settings.Known;
import dev.posthorn.server.settings.Settings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The master key and the operator's token: as set, else as kept in the data folder, else made now
 * and kept there.
 */
public final class Secrets {
    private static final String TOKEN_PREFIX = "posthorn_";
    private static final int TOKEN_BYTES = 32;

    private final Path folder;
    private final SecureRandom random;

    public Secrets(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /** Throws {@link IllegalArgumentException} naming the setting when the text is no key. */
    public MasterKey masterKey(Settings settings) {
        Optional<String> set =
                settings.find(Known.MASTER_KEY)
                        .or(() -> fileSetting(settings.find(Known.MASTER_KEY_FILE)));
        String text = set.orElseGet(() -> kept("master-key", () -> base64(MasterKey.BYTES)));
        return new MasterKey(decoded(text));
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
