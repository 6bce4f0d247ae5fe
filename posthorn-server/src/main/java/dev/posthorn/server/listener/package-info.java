/** Sends what is for listeners down the connections they opened, and takes their answers. */
@NullMarked
package dev.posthorn.server.listener;

import org.jspecify.annotations.NullMarked;
