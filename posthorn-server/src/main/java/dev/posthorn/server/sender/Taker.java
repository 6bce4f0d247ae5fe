package dev.posthorn.server.sender;

/** Somebody who asked for a connection. */
interface Taker {
    /** Whether it still wants one. */
    boolean isWaiting();

    /** Here it is, with room for a request. */
    void take(Connection connection);

    /** There is none to be had. */
    void noConnection(Throwable cause);
}
