/** What is made once, before the first request: keys, the operator, the first organisation. */
@NullMarked
package dev.posthorn.server.start;

import org.jspecify.annotations.NullMarked;
