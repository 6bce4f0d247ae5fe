/** The profiles Posthorn comes with. */
@NullMarked
package dev.posthorn.core.profile.builtin;

import org.jspecify.annotations.NullMarked;
