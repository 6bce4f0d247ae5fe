/** Certificates we show to receivers that ask for one: read from PEM and checked. */
@NullMarked
package dev.posthorn.server.certificate;

import org.jspecify.annotations.NullMarked;
