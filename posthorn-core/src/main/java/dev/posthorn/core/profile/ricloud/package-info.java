/** What receivers of Reincubate's ricloud expect. */
@NullMarked
package dev.posthorn.core.profile.ricloud;

import org.jspecify.annotations.NullMarked;
