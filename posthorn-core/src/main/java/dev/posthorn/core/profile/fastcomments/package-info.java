/** What receivers of FastComments expect. */
@NullMarked
package dev.posthorn.core.profile.fastcomments;

import org.jspecify.annotations.NullMarked;
