/** Passwords of users, kept as Argon2id hashes. */
@NullMarked
package dev.posthorn.server.password;

import org.jspecify.annotations.NullMarked;
