/** Named wire contracts: what a receiver of each system gets, and how an endpoint is tested. */
@NullMarked
package dev.posthorn.core.profile;

import org.jspecify.annotations.NullMarked;
