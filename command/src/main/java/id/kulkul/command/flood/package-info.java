/**
 * Setting aside many reports that nobody has looked through, as a flood brings them: one person proposes, another
 * confirms, and anybody who may read them all takes it back. It moves them off the desks and does nothing else: clocks,
 * mailboxes, proofs and access stay what they are.
 *
 * <p>Every report of one proposal has the same readers, and only these decide. So nothing here names or counts a report
 * for somebody who may not read it. <b>It does not protect</b> against two readers who agree to look away: it names
 * both, and what they set aside, for ever.
 */
@NullMarked
package id.kulkul.command.flood;

import org.jspecify.annotations.NullMarked;
