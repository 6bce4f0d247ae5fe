/** The front door: checked events become rows to commit. */
@NullMarked
package dev.posthorn.core.ingest;

import org.jspecify.annotations.NullMarked;
