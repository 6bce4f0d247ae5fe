/** Access tokens for endpoints behind OAuth 2.0: fetched, kept and put into requests. */
@NullMarked
package dev.posthorn.server.token;

import org.jspecify.annotations.NullMarked;
