/** Organisations and keys: who owns endpoints, and who may act for them. */
@NullMarked
package dev.posthorn.cli.account;

import org.jspecify.annotations.NullMarked;
