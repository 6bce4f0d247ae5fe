/** Answers as JSON bytes, without an object between. */
@NullMarked
package dev.posthorn.server.api.json;

import org.jspecify.annotations.NullMarked;
