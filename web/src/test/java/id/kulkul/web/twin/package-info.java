/**
 * The browser's side of the sealing, run in a real browser from the very file that people get. What Java seals opens
 * there, what it seals opens in Java, and what somebody changed on the way is told to the reader.
 */
@NullMarked
package id.kulkul.web.twin;

import org.jspecify.annotations.NullMarked;
