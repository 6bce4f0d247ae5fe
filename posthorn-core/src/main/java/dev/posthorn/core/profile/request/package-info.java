/** How requests are put together, whatever the profile: headers, signatures, ids. */
@NullMarked
package dev.posthorn.core.profile.request;

import org.jspecify.annotations.NullMarked;
