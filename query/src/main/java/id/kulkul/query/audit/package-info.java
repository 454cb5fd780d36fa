/**
 * The history as evidence: stored rows become leaves of three logs, cut at fixed marks and exported whole. The open log
 * is cut again at the same size at least hourly, so that the age of its newest checkpoint means something; marks only
 * grow, also where a clock went back: a log that is smaller at a later time would contradict itself. After a declared
 * loss a log goes on in another origin over the same leaves: the first checkpoint there covers what was kept, with its
 * old indexes, so that whoever kept a checkpoint of the closed origin can compare it as far as the log was kept. Which
 * origin signs follows from the stored rows alone; a stored checkpoint of a closed one is damage. It reads stored bytes
 * through {@link id.kulkul.query.audit.StoredEvents}, never objects, so that no change of a class changes a leaf.
 */
@NullMarked
package id.kulkul.query.audit;

import org.jspecify.annotations.NullMarked;
