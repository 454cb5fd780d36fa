/**
 * Legal clocks on the page: the last day, how it stands, and every reason for that day.
 * The page computes nothing: it words what the dated rules said.
 */
@NullMarked
package id.kulkul.web.clock;

import org.jspecify.annotations.NullMarked;
