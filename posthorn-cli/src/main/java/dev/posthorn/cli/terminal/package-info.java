/**
 * What people and pipes see: colours, tables, progress on a terminal; plain text or JSON otherwise.
 */
@NullMarked
package dev.posthorn.cli.terminal;

import org.jspecify.annotations.NullMarked;
