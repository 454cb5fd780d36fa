/**
 * The one place that knows where read models lie.
 * Documents, their versions and the tokens of the projections commit together or not at all.
 */
@NullMarked
package id.kulkul.query.store;

import org.jspecify.annotations.NullMarked;
