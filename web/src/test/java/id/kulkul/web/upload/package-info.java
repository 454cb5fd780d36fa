/** Files that stream in, without an application. */
@NullMarked
package id.kulkul.web.upload;

import org.jspecify.annotations.NullMarked;
