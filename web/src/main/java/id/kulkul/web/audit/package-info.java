/**
 * The evidence: checkpoints signed at fixed marks and stored before anybody sees them, promises, proofs, exports, and the auditor's pages.
 * An operator who holds the log keys can still refuse to log, or withhold the newest checkpoint; only age and missing promises show that.
 */
@NullMarked
package id.kulkul.web.audit;

import org.jspecify.annotations.NullMarked;
