/**
 * How many connections there are and how long each may be silent: what a client owes (a request, the rest of a body, room for an answer) has a time,
 * and at the limit who has been silent the longest gives way, so that a newcomer is always let in.
 * Not protected: nothing here knows senders apart, by design; somebody who keeps sending on as many connections as there are can still crowd others out.
 */
@NullMarked
package id.kulkul.web.connection;

import org.jspecify.annotations.NullMarked;
