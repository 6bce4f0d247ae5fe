/** Makes HTTP exchanges with receivers, who may be slow, broken or hostile. */
@NullMarked
package dev.posthorn.server.sender;

import org.jspecify.annotations.NullMarked;
