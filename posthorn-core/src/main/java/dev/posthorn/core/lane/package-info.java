/** The in-memory line of one endpoint and the dispatcher that feeds and drains all lanes. */
@NullMarked
package dev.posthorn.core.lane;

import org.jspecify.annotations.NullMarked;
