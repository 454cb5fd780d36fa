/**
 * The history as evidence: stored rows become leaves of three logs, cut at fixed marks and exported whole.
 * The open log is cut again at the same size at least hourly, so that the age of its newest checkpoint means something; marks only grow, also
 * where a clock went back, since a log that says at a later time that it is smaller than at an earlier one would contradict itself.
 * It reads stored bytes through {@link id.kulkul.query.audit.StoredEvents}, never objects, so that no change of a class changes a leaf.
 */
@NullMarked
package id.kulkul.query.audit;

import org.jspecify.annotations.NullMarked;
