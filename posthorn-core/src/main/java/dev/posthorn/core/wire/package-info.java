/** The text of requests, byte by byte: JSON, times, header values, URLs. */
@NullMarked
package dev.posthorn.core.wire;

import org.jspecify.annotations.NullMarked;
