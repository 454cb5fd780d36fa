/**
 * What was signed last, kept apart from data and keys, and what a start makes of it.
 * Each checkpoint is noted here, on disk, before anybody sees it; a history that is shorter than that, or another one, is neither served
 * nor signed until an operator declares the loss.
 * It does not protect against somebody who can write this folder as well as the data, nor does it see what was stored after the last mark
 * and lost before the next; and a declared loss goes on under the same origin, so that whoever kept a checkpoint of the lost part sees,
 * rightly, that the log does not continue it.
 */
@NullMarked
package id.kulkul.web.seen;

import org.jspecify.annotations.NullMarked;
