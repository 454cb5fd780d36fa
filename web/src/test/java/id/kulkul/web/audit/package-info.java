/**
 * Tests of the auditor's moments over the whole demonstration. What intervals answer is compared with what the events
 * alone say.
 */
@NullMarked
package id.kulkul.web.audit;

import org.jspecify.annotations.NullMarked;
