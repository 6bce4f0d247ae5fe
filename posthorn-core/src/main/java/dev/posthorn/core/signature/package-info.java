/** Secrets and the signatures made with them. */
@NullMarked
package dev.posthorn.core.signature;

import org.jspecify.annotations.NullMarked;
