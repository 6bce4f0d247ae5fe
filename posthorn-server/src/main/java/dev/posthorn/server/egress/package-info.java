/** What Posthorn may connect to: addresses, names, ports, URLs and the headers an owner may add. */
@NullMarked
package dev.posthorn.server.egress;

import org.jspecify.annotations.NullMarked;
