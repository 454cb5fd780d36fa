@NullMarked
package id.kulkul.web.casework;

import org.jspecify.annotations.NullMarked;
