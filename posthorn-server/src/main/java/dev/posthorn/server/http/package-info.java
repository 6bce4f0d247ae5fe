/** A thin layer of our own over the HTTP server: a request goes in, an answer comes out. */
@NullMarked
package dev.posthorn.server.http;

import org.jspecify.annotations.NullMarked;
