/** Talks to a Posthorn server's REST API. */
module dev.posthorn.client {
    requires java.net.http;
    requires static transitive org.jspecify;
    requires transitive tools.jackson.databind;

    exports dev.posthorn.client;
    exports dev.posthorn.client.resource;
}
