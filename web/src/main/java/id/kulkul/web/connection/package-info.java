/**
 * How many connections there are and how long each may be silent: what a client owes (a request, the rest of a body,
 * room for an answer) has a time. At the limit, who has been silent the longest gives way, so that a newcomer is always
 * let in. Long-lived streams (answers of type {@code text/event-stream}) have a limit of their own,
 * {@code kulkul.streams}: at it the oldest ends. No page has such a stream yet, so there is no heartbeat to send; the
 * first that has one sends it, since a reader who is gone shows only by what is not taken. Not protected: nothing here
 * knows senders apart, by design; somebody who keeps sending on as many connections as there are can still crowd others
 * out.
 */
@NullMarked
package id.kulkul.web.connection;

import org.jspecify.annotations.NullMarked;
