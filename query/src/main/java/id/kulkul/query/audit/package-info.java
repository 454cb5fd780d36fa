/**
 * The history as evidence: stored rows become leaves of three logs, cut at fixed marks and exported whole.
 * It reads stored bytes through {@link id.kulkul.query.audit.StoredEvents}, never objects, so that no change of a class changes a leaf.
 */
@NullMarked
package id.kulkul.query.audit;

import org.jspecify.annotations.NullMarked;
