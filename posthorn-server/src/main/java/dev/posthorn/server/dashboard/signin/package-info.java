/** Sign-in, the first user, new passwords, portal links and signing out. */
@NullMarked
package dev.posthorn.server.dashboard.signin;

import org.jspecify.annotations.NullMarked;
