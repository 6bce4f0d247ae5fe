package dev.posthorn.core.signature;

/** A shared secret as its owner sees it, such as {@code whsec_…}. Never shows itself in text. */
public record Secret(String text) {
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
