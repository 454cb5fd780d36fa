/**
 * What every page shares: its language, its files and its answer to a mistake. What people type into fields is read by
 * {@link id.kulkul.web.page.FieldText}: the story, an answer and a message as texts of many lines, name, contact and
 * file names as one line, the sign-in name as a name; receipts and passphrases by {@code id.kulkul.crypto.receipt}.
 * Category, excluded people and ids are chosen, not typed: they are exactly one of those offered or refused. A header
 * that cannot be read is as good as none, every answer is given whole, a compressed body is refused. Pages are written
 * in plain steps and may wait, so many at a time ({@link id.kulkul.web.page.PageThreads}); what they are sent has
 * arrived before. Nothing here knows a feature: a refusal says itself of which kind it is. The language travels in the
 * address, never in a cookie, so that a reader leaves no trace by choosing it.
 */
@NullMarked
package id.kulkul.web.page;

import org.jspecify.annotations.NullMarked;
