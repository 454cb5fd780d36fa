@NullMarked
package id.kulkul.web.life;

import org.jspecify.annotations.NullMarked;
