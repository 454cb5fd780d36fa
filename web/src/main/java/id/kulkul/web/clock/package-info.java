/**
 * Legal clocks on the page: the last day, how it stands, and every reason for that day. The page computes nothing: it
 * words what the dated rules said.
 *
 * <p>And the wall clock itself, which {@link id.kulkul.web.clock.ClockWatch} compares with the one that only counts on.
 * While it is in doubt, no duty is recorded as missed, and for twenty minutes no mark says a time that was not counted
 * from a certain one. Events carry what the wall clock showed, always: an event that was stamped by a wrong clock keeps
 * that hour for ever, its legal days count from it, and later events may carry earlier hours; order in the history is
 * position, never time. This does not protect against a clock that is wrong and steady for longer: then the marks of
 * the logs lie ahead of the true time. They go on a second apart once the clock is right; browsers refuse lists and
 * promises until the true time has reached them. Nor is there protection against one that drifts by less than an hour a
 * day.
 */
@NullMarked
package id.kulkul.web.clock;

import org.jspecify.annotations.NullMarked;
