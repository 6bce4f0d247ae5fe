/** What receivers of EventInsight expect. */
@NullMarked
package dev.posthorn.core.profile.eventinsight;

import org.jspecify.annotations.NullMarked;
