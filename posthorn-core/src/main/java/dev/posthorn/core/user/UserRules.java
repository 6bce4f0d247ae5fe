package dev.posthorn.core.user;

import java.util.Optional;
import java.util.regex.Pattern;

/** What must hold for users. */
public final class UserRules {
    /** NIST SP 800-63B asks for 8 at least and no rules on which; we ask for two more. */
    public static final int MIN_PASSWORD = 10;

    /** A sentence fits; a book would only keep the hash busy. */
    public static final int MAX_PASSWORD = 256;

    /** RFC 5321: a path of 256 with its brackets. */
    static final int MAX_EMAIL = 254;

    static final int MAX_NAME = 100;

    /** People of all organisations; each is a small record in memory. */
    static final int MAX_USERS = 50_000;

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,190}");

    private UserRules() {}

    /** {@code email}: in lower case. */
    static Optional<UserRejection> against(String email, String name) {
        if (email.length() > MAX_EMAIL || !EMAIL.matcher(email).matches()) {
            return Optional.of(new UserRejection.NotAnEmail());
        }
        boolean named =
                !name.isBlank()
                        && name.length() <= MAX_NAME
                        && name.chars().noneMatch(Character::isISOControl);
        return named ? Optional.empty() : Optional.of(new UserRejection.BadName());
    }

    /** The rejection of a password, before it is hashed. */
    public static Optional<UserRejection> againstPassword(String password) {
        int length = password.codePointCount(0, password.length());
        return length < MIN_PASSWORD || length > MAX_PASSWORD
                ? Optional.of(new UserRejection.BadPassword(MIN_PASSWORD, MAX_PASSWORD))
                : Optional.empty();
    }
}
