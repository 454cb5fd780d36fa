/**
 * Deadlines and calendars as dated data with their legal basis, and pure functions that turn them into days. Nothing
 * here reads a clock: whoever asks says which day it is.
 */
@NullMarked
package id.kulkul.command.policy;

import org.jspecify.annotations.NullMarked;
