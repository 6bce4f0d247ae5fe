package dev.posthorn.server.secretbox;

import org.jspecify.annotations.Nullable;

/** A sealed value did not open: wrong master key, or the data was tampered with or moved. */
public final class SealBrokenException extends RuntimeException {
    SealBrokenException(Place place, @Nullable Throwable cause) {
        super(
                "cannot open the secret at " + place + ": is this the master key it was made with?",
                cause);
    }
}
