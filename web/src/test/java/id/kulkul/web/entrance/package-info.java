@NullMarked
package id.kulkul.web.entrance;

import org.jspecify.annotations.NullMarked;
