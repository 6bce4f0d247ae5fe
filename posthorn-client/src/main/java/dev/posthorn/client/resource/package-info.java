/** What the API answers with, as values. Times are instants, ids are UUIDv7 strings. */
@NullMarked
package dev.posthorn.client.resource;

import org.jspecify.annotations.NullMarked;
