/**
 * The two ways from a page to the domain: acts that may be refused, and questions. Both leave the event loop before
 * they touch anything that can wait. A page in plain steps awaits them on a virtual thread of its own
 * ({@code await...}), five minutes at most; where bytes stream, or an answer has one deadline for all, they are
 * publishers. Questions are answered by eight threads of the system and not by the page's own: a virtual thread at work
 * gives its processor to nobody, and the commands, which run on virtual threads too, would wait for inboxes. A page
 * that works long itself, such as a long list of an auditor, does take its turn from them. Not protected: while a disk
 * hangs, 64 pages may wait for it.
 */
@NullMarked
package id.kulkul.web.bus;

import org.jspecify.annotations.NullMarked;
