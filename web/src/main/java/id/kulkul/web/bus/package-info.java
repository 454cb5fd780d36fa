/**
 * The two ways from a page to the domain: acts that may be refused, and questions.
 * Both leave the event loop before they touch anything that can wait. A page in plain steps awaits them on a thread of its own
 * ({@code await...}); where bytes stream, or an answer has one deadline for all, they are publishers.
 */
@NullMarked
package id.kulkul.web.bus;

import org.jspecify.annotations.NullMarked;
