/**
 * What was signed last, kept apart from data and keys, and what a start makes of it. Each checkpoint is noted here, on
 * disk, before anybody sees it; a history that is shorter than that, or another one, is neither served nor signed until
 * an operator declares the loss. A declaration closes the origin of each log that lost what it had signed:
 * {@code log-restored} names the next one, in which the log goes on from the leaves that are there, and the origin is
 * noted here with the last signed state. So a copy of before the declaration is another history too, even where nothing
 * was signed since, and signs nothing under the closed origin. The logs that lost nothing go on as they were. It does
 * not protect against somebody who can write this folder as well as the data. It does not see what was stored after the
 * last mark and lost before the next. Whoever has the log's keys can declare a loss that never was; it is named to
 * everybody, and the root confirms it or not.
 */
@NullMarked
package id.kulkul.web.seen;

import org.jspecify.annotations.NullMarked;
