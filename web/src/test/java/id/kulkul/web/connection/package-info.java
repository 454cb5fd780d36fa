/**
 * Checks who may stay connected and for how long, on channels without a network. A clock that only the test moves
 * stands in for the time.
 */
@NullMarked
package id.kulkul.web.connection;

import org.jspecify.annotations.NullMarked;
