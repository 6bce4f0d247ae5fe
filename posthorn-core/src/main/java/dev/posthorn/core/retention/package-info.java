/** What is kept, and for how long. */
@NullMarked
package dev.posthorn.core.retention;

import org.jspecify.annotations.NullMarked;
