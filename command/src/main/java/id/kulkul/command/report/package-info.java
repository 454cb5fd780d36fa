/**
 * The protected report: sealed by its sender, read by few, decided in stages that the law gives days for.
 * The server never sees what it says; an event holds ids, digests and codes only.
 */
@NullMarked
package id.kulkul.command.report;

import org.jspecify.annotations.NullMarked;
