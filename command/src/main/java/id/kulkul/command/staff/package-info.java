/**
 * People who act for the office: their public post, their roles, and which keys and bundles are theirs now. Names are
 * held nowhere; a post is public.
 */
@NullMarked
package id.kulkul.command.staff;

import org.jspecify.annotations.NullMarked;
