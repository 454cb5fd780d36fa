/** How a page in plain steps waits for the domain. */
@NullMarked
package id.kulkul.web.bus;

import org.jspecify.annotations.NullMarked;
