/**
 * The evidence as it is made and handed out: checkpoints signed at fixed marks and stored before anybody sees them,
 * promises, lists with what vouches for them, proofs. An operator who holds the log keys can still refuse to log, or
 * withhold the newest checkpoint; only age and missing promises show that.
 */
@NullMarked
package id.kulkul.web.log;

import org.jspecify.annotations.NullMarked;
