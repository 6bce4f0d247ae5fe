/** JSON character by character. */
@NullMarked
package dev.posthorn.server.api.json;

import org.jspecify.annotations.NullMarked;
