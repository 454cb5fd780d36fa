/**
 * The auditor's pages: what is known of every case at every moment, where two moments differ, exports, and what vouches
 * for them. What is told comes from the stored events; a projection is only asked what it knew.
 */
@NullMarked
package id.kulkul.web.audit;

import org.jspecify.annotations.NullMarked;
