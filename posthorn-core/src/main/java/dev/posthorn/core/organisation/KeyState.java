package dev.posthorn.core.organisation;

/** Whether a key is accepted. */
public enum KeyState {
    ACTIVE,
    DEACTIVATED,
    BLOCKED
}
