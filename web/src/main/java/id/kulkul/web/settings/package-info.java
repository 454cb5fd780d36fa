/**
 * What an operator sets, in one place: {@link id.kulkul.web.settings.Settings} names, describes and checks every
 * setting.
 */
@NullMarked
package id.kulkul.web.settings;

import org.jspecify.annotations.NullMarked;
