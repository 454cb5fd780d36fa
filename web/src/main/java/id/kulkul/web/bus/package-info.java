/**
 * The two ways from a page to the domain: acts that may be refused, and questions.
 * Both leave the event loop before they touch anything that can wait.
 */
@NullMarked
package id.kulkul.web.bus;

import org.jspecify.annotations.NullMarked;
