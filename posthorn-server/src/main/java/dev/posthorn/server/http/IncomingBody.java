package dev.posthorn.server.http;

import java.util.Arrays;

/** Gathers a body piece by piece within its limit and the server's budget. One thread. */
final class IncomingBody {
    private static final byte[] NOTHING = {};

    private final int maxBytes;
    private final BodyBudget budget;
    private byte[] bytes = NOTHING;
    private int length;
    private long taken;

    IncomingBody(int maxBytes, BodyBudget budget) {
        this.maxBytes = maxBytes;
        this.budget = budget;
    }

    /** What a piece did to the body. */
    enum Added {
        FITS,
        TOO_LARGE,
        NO_ROOM
    }

    Added add(byte[] piece) {
        if (piece.length > maxBytes - length) {
            return Added.TOO_LARGE;
        }
        if (length == 0) {
            bytes = piece;
            length = piece.length;
            return Added.FITS;
        }
        return append(piece) ? Added.FITS : Added.NO_ROOM;
    }

    private boolean append(byte[] piece) {
        int wanted = length + piece.length;
        if (wanted > bytes.length) {
            int size = Math.min(maxBytes, Math.max(wanted, bytes.length * 2));
            if (!budget.take(size - bytes.length)) {
                return false;
            }
            taken += size - bytes.length;
            bytes = Arrays.copyOf(bytes, size);
        }
        System.arraycopy(piece, 0, bytes, length, piece.length);
        length = wanted;
        return true;
    }

    /** The whole of it; the budget stays taken until {@link #release}. */
    byte[] bytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    /** Gives the budget back. Harmless when called again. */
    void release() {
        budget.giveBack(taken);
        taken = 0;
        bytes = NOTHING;
        length = 0;
    }
}
