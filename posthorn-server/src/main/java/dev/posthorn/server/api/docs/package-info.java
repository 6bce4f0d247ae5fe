/** The API's contract, as the document it is written in and as a page to read. */
@NullMarked
package dev.posthorn.server.api.docs;

import org.jspecify.annotations.NullMarked;
