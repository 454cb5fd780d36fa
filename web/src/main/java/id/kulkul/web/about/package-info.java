/**
 * What the office says about itself: legal basis, protection, privacy, accessibility. An office that has pages of its
 * own names their addresses in the settings, and the footer leads there; these stay where they are.
 */
@NullMarked
package id.kulkul.web.about;

import org.jspecify.annotations.NullMarked;
