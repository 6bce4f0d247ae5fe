/** People who sign in: who they are, how they prove it, and for how long that counts. */
@NullMarked
package dev.posthorn.core.user;

import org.jspecify.annotations.NullMarked;
