package dev.posthorn.server.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import dev.posthorn.core.user.Passwords;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Argon2id with what OWASP asks for at least: 19 MiB, two passes, one lane. Two at a time: more
 * would take memory and both cores from deliveries. Used by many threads.
 */
public final class Argon2Passwords implements Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int AT_ONCE = 2;

    private static final Argon2Function ARGON =
            Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    @Override
    public String hash(String password) {
        return inTurn(
                () -> Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON).getResult());
    }

    /** With the numbers the hash was made with, so that ours can change. */
    @Override
    public boolean matches(String password, String hash) {
        return inTurn(() ->
                Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    @Override
    public void pretend(String password) {
        var _ = hash(password);
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
