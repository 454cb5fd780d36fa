/**
 * Duties whose last day has passed, for the sweeper that records them.
 * Nothing here looks at a clock: whoever asks says which day it is.
 */
@NullMarked
package id.kulkul.query.clock;

import org.jspecify.annotations.NullMarked;
