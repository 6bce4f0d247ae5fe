/** Event types in the {@code webhooks} section of an OpenAPI document, read and written. */
@NullMarked
package dev.posthorn.cli.openapi;

import org.jspecify.annotations.NullMarked;
