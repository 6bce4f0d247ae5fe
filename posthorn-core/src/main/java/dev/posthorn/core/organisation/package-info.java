/** Who owns endpoints and who may act for them: organisations, keys and scopes. */
@NullMarked
package dev.posthorn.core.organisation;

import org.jspecify.annotations.NullMarked;
