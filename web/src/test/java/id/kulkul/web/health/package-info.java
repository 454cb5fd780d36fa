@NullMarked
package id.kulkul.web.health;

import org.jspecify.annotations.NullMarked;
