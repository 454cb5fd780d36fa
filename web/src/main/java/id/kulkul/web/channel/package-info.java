/**
 * The protected channel as pages need it: whether it is open, who receives, and for whom a report is sealed. What
 * counts is the signed list of recipients; nothing here can add a reader to it.
 */
@NullMarked
package id.kulkul.web.channel;

import org.jspecify.annotations.NullMarked;
