package dev.posthorn.server;

import dev.posthorn.server.secretbox.MasterKey;
import dev.posthorn.server.secretbox.SecretBox;
import dev.posthorn.server.settings.Settings;
import dev.posthorn.server.sqlite.KeptKeys;
import dev.posthorn.server.sqlite.file.DataFolder;
import dev.posthorn.server.sqlite.file.DataFolderException;
import dev.posthorn.server.sqlite.file.Database;
import dev.posthorn.server.sqlite.file.Migrations;
import dev.posthorn.server.sqlite.reseal.Resealing;
import dev.posthorn.server.start.Secrets;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Changes the master key of a folder no server uses: all keys are accepted while everything is
 * sealed anew, so that whatever happens on the way, a server starts and a second run does the rest.
 */
public final class MasterKeyRotation {
    private MasterKeyRotation() {}

    /**
     * What was done.
     *
     * @param resealed values sealed with the new key
     * @param kept whether the key is in the data folder; otherwise the setting still names old ones
     */
    public record Done(long resealed, boolean kept) {}

    /**
     * With a key in the data folder a new one is made; with the setting {@code master-key} the
     * first of its keys is the new one.
     *
     * @param progress told how many values are done
     * @throws IllegalArgumentException when the setting names only one key, or a server uses the
     *     folder
     */
    public static Done run(Settings settings, LongConsumer progress) {
        SecureRandom random = new SecureRandom();
        Secrets secrets = new Secrets(settings.dataFolder(), random);
        try (DataFolder folder = claimed(settings)) {
            List<MasterKey> keys = secrets.rotated(settings);
            Database database = new Database(folder.database());
            Migrations.run(database);
            long resealed = reseal(database, keys, new SecretBox(keys, random), progress);
            boolean kept = secrets.settle(settings);
            return new Done(resealed, kept);
        }
    }

    private static long reseal(
            Database database, List<MasterKey> keys, SecretBox box, LongConsumer progress) {
        try (KeptKeys kept = KeptKeys.writing(database, box)) {
            // The oldest key is the one they were made from, unless they are kept already.
            kept.keep(Storage.IDS, keys.getLast().derive(Storage.IDS, Storage.IDS_KEY_BYTES));
        }
        return Resealing.run(database, box, progress);
    }

    /** Callers know nothing of how data is stored, so nothing of how that can fail. */
    private static DataFolder claimed(Settings settings) {
        try {
            return DataFolder.claim(settings.dataFolder());
        } catch (DataFolderException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }
}
