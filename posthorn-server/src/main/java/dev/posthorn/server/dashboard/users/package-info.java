/** The people who may sign in: invited, given other roles and new links, shut out. */
@NullMarked
package dev.posthorn.server.dashboard.users;

import org.jspecify.annotations.NullMarked;
