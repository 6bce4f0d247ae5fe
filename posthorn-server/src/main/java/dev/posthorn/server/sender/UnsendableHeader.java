package dev.posthorn.server.sender;

/** A header whose name or value cannot stand in a request. */
final class UnsendableHeader extends Exception {
    UnsendableHeader(IllegalArgumentException why) {
        super(why.getMessage(), why, false, false);
    }
}
