/**
 * The doors of a reporter's mailbox. One gives a browser that holds the reporter's keys as many sealed items as it asks
 * for, real or not. The other is for a reporter without JavaScript: answers of one size at one moment, whether the
 * receipt is known or not; what has no room stands on a further page of that size, and what was typed comes back whole
 * or names its first missing words. Files of an answer come before it, whosever they are, and are kept for an unknown
 * receipt as for a known one until nobody needed them for a day. An unknown receipt equals an empty mailbox and nothing
 * more is claimed. The server derives the reporter's keys for the length of one request; an operator who watches the
 * running process at that moment sees the receipt and the texts.
 */
@NullMarked
package id.kulkul.web.mailbox;

import org.jspecify.annotations.NullMarked;
