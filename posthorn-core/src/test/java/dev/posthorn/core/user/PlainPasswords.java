package dev.posthorn.core.user;

/** Quick and readable, for tests. Counts what it was asked. */
public final class PlainPasswords implements Passwords {
    private int asked;

    @Override
    public String hash(String password) {
        return "plain:" + password;
    }

    @Override
    public boolean matches(String password, String hash) {
        asked++;
        return hash.equals(hash(password));
    }

    @Override
    public void pretend(String password) {
        asked++;
    }

    int asked() {
        return asked;
    }
}
