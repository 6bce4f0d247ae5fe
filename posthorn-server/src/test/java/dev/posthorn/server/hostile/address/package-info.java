/** Addresses that strangers choose: URLs, and what name servers say of names. */
@NullMarked
package dev.posthorn.server.hostile.address;

import org.jspecify.annotations.NullMarked;
