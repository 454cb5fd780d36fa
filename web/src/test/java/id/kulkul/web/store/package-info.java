/**
 * What the stores promise: each test opens real files in a temporary folder, and breaks them where the promise speaks
 * of breaking. Nothing here imitates a store.
 */
@NullMarked
package id.kulkul.web.store;

import org.jspecify.annotations.NullMarked;
