/**
 * The write side and its published language: commands, events, ids and refusals are public, everything that decides is
 * not. {@link id.kulkul.command.Aggregates} is the one door through which an application opens it.
 */
@NullMarked
package id.kulkul.command;

import org.jspecify.annotations.NullMarked;
