package dev.posthorn.server.dashboard.signin;

/**
 * The form at the door.
 *
 * @param email as typed
 * @param problem why it did not work, empty for nothing
 * @param back where it leads
 * @param first whether nobody has an account yet
 */
public record SignInForm(String email, String problem, String back, boolean first) {}
