/**
 * The offline tools: what an auditor, a key holder or a careful reporter runs without trusting the server.
 *
 * <p><b>Time</b>, one rule for both reporter's clients (here and in {@code web/src/main/js/channel}). There is no clock
 * but the device's own; {@code now} is what it says when the answer has arrived. What lies exactly at a bound is still
 * tolerated:
 *
 * <ol>
 *   <li>The list in force is believed only if the checkpoint of {@code /open} that proves it was signed at a time (in
 *       seconds, of the log's own ML-DSA-44 line) not more than 24 hours before {@code now}: {@code list-too-old}; and
 *       not more than an hour after it, which is as far as the server's own clock may jump unnoticed:
 *       {@code list-of-the-future}. Earlier lists of the chain may be proven by older checkpoints.
 *   <li>Its {@code validFromHour} does not begin more than an hour after {@code now}: {@code list-not-yet-valid}.
 *   <li>The {@code hourDue} of a promise is not more than 24 above {@code floor(now / 3600)}: {@code promise-too-late};
 *       nor more than 24 below it: {@code promise-already-due}.
 * </ol>
 *
 * For 1 and 2 nothing is sealed or sent; for 3 the report stands, and the promise is said not to hold. The sentence
 * names both times, that of what was shown and that of this device's clock, and says that one of the two is wrong: if
 * it is the clock, it has to be set; if it is not, somebody shows what is old. <b>It does not protect</b> against a
 * server that holds the log's keys and signs what it likes now, nor on a device whose clock an attacker sets.
 *
 * <p><b>The list in force</b>, one rule for all clients: the first list of the chain is believed only if the checkpoint
 * of {@code /open} that proves it names exactly it for its channel ({@code crypto.log.ListsInForce}):
 * {@code list-not-in-force} where it names another, {@code list-not-named} where it names none, as no log did before it
 * was signed so. Nothing is sealed or sent. The time of that checkpoint says how old the statement is, so whoever
 * replays an answer can hide a list for 24 hours, and no longer.
 *
 * <p><b>A declared loss</b>, one rule for both reporter's clients too: where the list in force is proven in a later
 * origin of {@code /open} than its policy names, nothing is sealed or sent before the reporter has read of it, here by
 * {@code --restored ORIGIN}; where it is proven in an earlier one, it is not believed ({@code closed-origin}). Earlier
 * lists of the chain may be proven in later origins than theirs.
 *
 * <p><b>Bytes from outside</b>, what each reader here accepts:
 *
 * <ul>
 *   <li>{@link id.kulkul.crypto.tools.Json}: RFC 8259 in UTF-8 without a byte order mark, whole, nothing after it but
 *       white space, at most 64 deep, no key twice, no half of a surrogate pair, whole numbers of 64 bits, others
 *       finite.
 *   <li>{@link id.kulkul.crypto.tools.ExportFile}: lines of JSON that would be written the same, LF after each, at most
 *       64 MiB each; CR LF, a missing last line break and blank lines at the end are undone and named.
 *   <li>{@code Received} (checkpoints, receipts and policies that were kept): at most 1 MiB of UTF-8, read by the
 *       parsers of {@code crypto.log}; UTF-16, a byte order mark and the conversions above are undone and named.
 *   <li>{@code Utf8} (a reporter's own text and identity): UTF-8, a byte order mark dropped, no zero byte; nothing is
 *       replaced.
 *   <li>{@code Site} (answers of a server): at most 16 MiB of JSON as above; anything else is no answer of ours.
 * </ul>
 */
@NullMarked
package id.kulkul.crypto.tools;

import org.jspecify.annotations.NullMarked;
