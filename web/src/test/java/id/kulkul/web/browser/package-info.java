/**
 * Tests that look at the pages as a person does, in a real browser. Each test gets windows that share nothing with the
 * windows of any other test.
 */
@NullMarked
package id.kulkul.web.browser;

import org.jspecify.annotations.NullMarked;
