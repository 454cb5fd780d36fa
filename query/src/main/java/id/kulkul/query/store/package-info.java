/**
 * The one place that knows where read models lie. Documents, their versions and the tokens of the projections commit
 * together or not at all. Not protected: whoever has the file reads the clear copies in it; what is erased may be in
 * backups and freed blocks.
 */
@NullMarked
package id.kulkul.query.store;

import org.jspecify.annotations.NullMarked;
