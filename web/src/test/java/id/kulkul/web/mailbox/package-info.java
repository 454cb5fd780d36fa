/**
 * What the mailbox must show whatever a case has become. Its pages have one size, so what grows without end must be
 * told more briefly in time.
 */
@NullMarked
package id.kulkul.web.mailbox;

import org.jspecify.annotations.NullMarked;
