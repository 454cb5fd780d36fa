@NullMarked
package id.kulkul.web.clock;

import org.jspecify.annotations.NullMarked;
