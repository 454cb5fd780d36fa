/**
 * Files and forms while they stream in, of every feature that takes them: sealed on their way to the disk, or taken as
 * ciphertext. They are never whole in memory and never in clear on a disk, and take no more of the disk than texts
 * leave.
 *
 * <p>A form is multipart/form-data with a boundary of at most 70 plain characters, heads of at most 8 KiB, and at most
 * 64 bytes around its parts; everything else is {@link id.kulkul.web.upload.UnreadableForm}.
 */
@NullMarked
package id.kulkul.web.upload;

import org.jspecify.annotations.NullMarked;
